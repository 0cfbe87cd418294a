package kept.line.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.InvalidArgumentException;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one trunk usable: looks it up, registers where it wants that, asks whether it is
/// there, and waits longer after each failure so that a provider that is down is not run over
/// when it is back.
final class TrunkClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TrunkClient.class);
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);
  /// How long a trunk may say nothing before calls go elsewhere: several questions were lost then.
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final Signalling signalling;
  private final Trunk trunk;
  private final Resolver resolver;
  private final Exchanges exchanges;
  private final TrunkRequests requests;
  private final String callId = UUID.randomUUID() + "@kept";
  private final String localTag = Messages.tag();
  private final CompletableFuture<?> lookedUp = new CompletableFuture<>();
  private volatile List<InetSocketAddress> addresses = List.of();
  private volatile Trunks.Health health;
  private volatile boolean closed;
  private long cseq;
  private int failures;
  private int asked;
  private int answered;

  TrunkClient(Signalling signalling, Trunk trunk, Resolver resolver) {
    this.signalling = signalling;
    this.trunk = trunk;
    this.resolver = resolver;
    exchanges = new Exchanges(signalling);
    requests = new TrunkRequests(signalling, trunk);
    health = new Trunks.Health(trunk.name(), false, 0, "Not asked yet.");
  }

  String name() {
    return trunk.name();
  }

  Trunks.Health health() {
    return health;
  }

  boolean sendsFrom(InetAddress source) {
    return addresses.stream().anyMatch(address -> address.getAddress().equals(source));
  }

  Optional<Destination> destination(String number) {
    return addresses.stream().findFirst().map(address -> requests.to(address, number));
  }

  /// Done when its name was looked up for the first time, found or not.
  CompletableFuture<?> start() {
    later(Duration.ZERO);
    return lookedUp;
  }

  /// Names are looked up, which may take long: never on the timers' thread.
  private void later(Duration wait) {
    if (!closed)
      signalling.timers().later(wait, () -> Thread.ofVirtual().name("trunk").start(this::turn));
  }

  private void turn() {
    if (closed) return;
    try {
      addresses = resolver.resolve(trunk.host(), trunk.port(), trunk.transport());
      if (trunk.registers()) register(null);
      else ping();
    } catch (IOException unknown) {
      failed(0, "The name " + trunk.host() + " leads nowhere: " + unknown.getMessage());
    } catch (RuntimeException broken) {
      LOG.warn("The trunk {} could not be asked.", trunk.name(), broken);
      failed(0, "It could not be asked: " + broken.getMessage());
    } finally {
      lookedUp.complete(null);
    }
  }

  /// An answer counts whenever it comes; until then calls go elsewhere, long before the request
  /// itself is given up.
  private synchronized void ping() {
    var ping = ++asked;
    signalling.timers().later(PATIENCE, () -> unheard(ping));
    exchanges.ping(requests.to(addresses.getFirst(), ""), this::there, this::silent);
  }

  private synchronized void unheard(int ping) {
    if (answered < ping && !closed)
      health =
          new Trunks.Health(trunk.name(), false, 0, "Nothing answers at " + trunk.host() + ".");
  }

  private void there() {
    worked();
    later(trunk.ping());
  }

  private void silent() {
    failed(0, "Nothing answers at " + trunk.host() + ".");
  }

  private synchronized void worked() {
    answered = asked;
    failures = 0;
    health = new Trunks.Health(trunk.name(), true, Response.OK, "");
  }

  private synchronized void failed(int code, String words) {
    if (closed) return;
    health = new Trunks.Health(trunk.name(), false, code, words);
    LOG.info("The trunk {} is not usable. {}", trunk.name(), words);
    later(wait(failures++));
  }

  /// Twice as long each time, up to five minutes; each a bit other than its neighbours'.
  static Duration wait(int failures) {
    long millis =
        Math.min(SHORTEST_WAIT.toMillis() << Math.min(failures, 20), LONGEST_WAIT.toMillis());
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
  }

  private void register(@Nullable Response challenge) {
    try {
      var turn = new TrunkRequests.Turn(callId, localTag, ++cseq);
      var request = requests.register(addresses.getFirst(), turn);
      var credentials = trunk.credentials();
      if (challenge != null && credentials != null) requests.prove(request, challenge, credentials);
      exchanges.send(
          request,
          trunk.transport(),
          response -> registered(response, challenge != null),
          this::silent);
    } catch (ParseException | InvalidArgumentException | RuntimeException cannot) {
      LOG.debug("A REGISTER could not be written.", cannot);
      failed(0, "The settings of this trunk cannot be sent: check the user name and the host.");
    }
  }

  private void registered(Response response, boolean proved) {
    int code = response.getStatusCode();
    boolean challenged = TrunkRequests.isChallenge(response);
    if (challenged && !proved && trunk.credentials() != null) {
      register(response);
    } else if (code < 300) {
      worked();
      later(Duration.ofSeconds(TrunkRequests.granted(response) * 8L / 10)); // at 80 %
    } else if (challenged || code == Response.FORBIDDEN) {
      failed(code, "The trunk does not take this user name and password.");
    } else {
      failed(code, "The trunk answers " + code + " to our registration.");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
