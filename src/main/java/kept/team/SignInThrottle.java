package kept.team;

import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kept.platform.Buckets;
import kept.platform.Secrets;

/// Slows whoever guesses passwords, and never locks a shop out.
///
/// A browser that signed in before has tries of its own, which nobody else can use up. Strangers
/// share what is left: so many for an address on the net, so many for an account, so many in all
/// (each try costs us a slow hash). Threads may share this object.
final class SignInThrottle {
  private static final String EVERYONE = "everyone";

  private final KnownDevices devices;
  private final Buckets ofDevices;
  private final Buckets ofAddresses;
  private final Buckets ofAccounts;
  private final Buckets ofStrangers;

  SignInThrottle(Secrets secrets, KnownDevices devices, InstantSource clock) {
    this.devices = devices;
    this.ofDevices = new Buckets(secrets, clock, 10, Duration.ofMinutes(1));
    this.ofAddresses = new Buckets(secrets, clock, 20, Duration.ofSeconds(30));
    this.ofAccounts = new Buckets(secrets, clock, 10, Duration.ofMinutes(2));
    this.ofStrangers = new Buckets(secrets, clock, 60, Duration.ofSeconds(1));
  }

  /// Takes one try, or says how long to wait for the next.
  Optional<Duration> take(SignInTry wanted) {
    for (var bucket : bucketsOf(wanted)) {
      var probe = bucket.tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed())
        return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
    return Optional.empty();
  }

  /// Gives the try back: it was no guess.
  void giveBack(SignInTry succeeded) {
    bucketsOf(succeeded).forEach(bucket -> bucket.addTokens(1));
  }

  private List<Bucket> bucketsOf(SignInTry wanted) {
    var account = wanted.email().strip().toLowerCase(Locale.ROOT);
    return devices
        .recognise(account, wanted.deviceCookie())
        .map(device -> List.of(ofDevices.of(device)))
        .orElseGet(() -> Stream.of(
                ofAddresses.of(network(wanted.address())),
                ofAccounts.of(account),
                ofStrangers.of(EVERYONE))
            .toList());
  }

  /// One household or office has one IPv4 address, or one IPv6 /64 (RFC 6177).
  static String network(String address) {
    try {
      var bytes = InetAddress.ofLiteral(address).getAddress();
      return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 8));
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
