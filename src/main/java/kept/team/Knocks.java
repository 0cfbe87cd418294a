package kept.team;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import kept.platform.Buckets;
import kept.platform.Refusal;
import kept.platform.Secrets;

/// How often somebody at the door may ask for what costs us a row: so many from one address on the
/// net, so many in all. An open sign-in page asks every four minutes. Threads may share this
/// object.
final class Knocks {
  private static final String EVERYONE = "everyone";

  private final Buckets ofAddresses;
  private final Buckets ofEveryone;

  Knocks(Secrets secrets, InstantSource clock) {
    this.ofAddresses = new Buckets(secrets, clock, 30, Duration.ofSeconds(5));
    this.ofEveryone = new Buckets(secrets, clock, 600, Duration.ofMillis(100));
  }

  void take(String address) {
    var buckets = List.of(ofAddresses.of(SignInThrottle.network(address)), ofEveryone.of(EVERYONE));
    if (!buckets.stream().allMatch(Knocks::opens))
      throw new Refusal("That was asked too often. Wait a minute, then try again.");
  }

  private static boolean opens(Bucket bucket) {
    return bucket.tryConsume(1);
  }
}
