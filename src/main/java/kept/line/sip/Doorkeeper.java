package kept.line.sip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Limits what one source may ask of us: requests a second, and wrong passwords with a wait
/// that doubles.
///
/// A phone with a wrong password waits by itself; a source that guesses at many users waits as
/// a whole, except for those users who were proven from it lately: one bad phone behind a
/// router does not silence the shop. Threads may share it; the object's own lock guards it.
final class Doorkeeper {

  /// Requests a second from one source: a router with thirty phones needs about five.
  static final int REQUESTS_A_SECOND = 40;

  /// Requests at once, as when the power comes back and every phone registers.
  static final int REQUESTS_AT_ONCE = 120;

  /// Wrong passwords before the first wait: a person who types it in again.
  static final int FREE_FAILURES = 5;

  /// The longest wait.
  static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /// After so long without a failure it is as if there had been none.
  static final Duration FORGIVEN_AFTER = Duration.ofHours(3);

  /// How long being proven once shields a user from what others do at the same source.
  static final Duration KNOWN_FOR = Duration.ofHours(24);

  /// The most sources remembered; the one not seen for longest is forgotten.
  static final int MOST_SOURCES = 10_000;

  /// The most users remembered of one source.
  static final int MOST_USERS = 32;

  /// Longer names are nobody's, and share one memory.
  private static final int LONGEST_NAME = 64;

  /// An IPv6 customer has at least this many bits to himself; a source is his whole network.
  private static final int IPV6_PREFIX_BYTES = 8;

  private final InstantSource clock;
  private final Map<String, Source> sources = bounded(MOST_SOURCES);

  Doorkeeper(InstantSource clock) {
    this.clock = clock;
  }

  /// Whether one more request from here is answered at all.
  synchronized boolean admits(InetAddress address) {
    return source(address).takeOne(clock.instant());
  }

  /// Whether this user may try a password from here now.
  synchronized boolean mayTry(InetAddress address, String user) {
    var now = clock.instant();
    var source = source(address);
    if (source.isWaiting(user, now)) return false;
    return source.knows(user, now) || !source.whole.isWaiting(now);
  }

  /// A wrong password. What a known user gets wrong is not held against the source.
  synchronized void failed(InetAddress address, String user) {
    var now = clock.instant();
    var source = source(address);
    source.failed(user, now);
    if (!source.knows(user, now)) source.whole.failed(now);
  }

  synchronized void proven(InetAddress address, String user) {
    var source = source(address);
    source.users.remove(shortened(user));
    source.known.put(shortened(user), clock.instant());
  }

  synchronized int sources() {
    return sources.size();
  }

  private Source source(InetAddress address) {
    return sources.computeIfAbsent(key(address), key -> new Source(clock.instant()));
  }

  private static String key(InetAddress address) {
    var bytes = address.getAddress();
    var part = bytes.length == 4 ? bytes : Arrays.copyOf(bytes, IPV6_PREFIX_BYTES);
    return HexFormat.of().formatHex(part);
  }

  private static String shortened(String user) {
    return user.length() > LONGEST_NAME ? "" : user;
  }

  private static <V> Map<String, V> bounded(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
      }
    };
  }

  private static final class Source {

    final Patience whole = new Patience();
    final Map<String, Patience> users = bounded(MOST_USERS);
    final Map<String, Instant> known = bounded(MOST_USERS);
    private double tokens = REQUESTS_AT_ONCE;
    private Instant filledAt;

    Source(Instant now) {
      filledAt = now;
    }

    boolean takeOne(Instant now) {
      var seconds = Math.max(0, Duration.between(filledAt, now).toNanos()) / 1e9;
      tokens = Math.min(REQUESTS_AT_ONCE, tokens + seconds * REQUESTS_A_SECOND);
      filledAt = now;
      if (tokens < 1) return false;
      tokens--;
      return true;
    }

    boolean isWaiting(String user, Instant now) {
      var patience = users.get(shortened(user));
      return patience != null && patience.isWaiting(now);
    }

    void failed(String user, Instant now) {
      users.computeIfAbsent(shortened(user), name -> new Patience()).failed(now);
    }

    boolean knows(String user, Instant now) {
      var at = known.get(shortened(user));
      return at != null && at.plus(KNOWN_FOR).isAfter(now);
    }
  }

  /// How often somebody was wrong, and until when he waits.
  private static final class Patience {

    private int failures;
    private Instant lastAt = Instant.MIN;
    private Instant until = Instant.MIN;

    boolean isWaiting(Instant now) {
      return until.isAfter(now);
    }

    void failed(Instant now) {
      if (failures > 0 && lastAt.plus(FORGIVEN_AFTER).isBefore(now)) failures = 0;
      failures++;
      lastAt = now;
      var doublings = failures - FREE_FAILURES;
      if (doublings < 0) return;
      var wait = Duration.ofSeconds(1L << Math.min(doublings, 20));
      until = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }
  }
}
