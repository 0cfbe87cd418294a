package kept.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import kept.platform.Secrets;
import kept.platform.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInThrottleTest {
  private static final String DANA = "dana@example.com";

  private final SettableClock clock = new SettableClock();
  private KnownDevices devices;
  private SignInThrottle throttle;

  SignInThrottleTest(@TempDir Path folder) {
    var secrets = Secrets.in(folder.resolve("secret.key"));
    devices = new KnownDevices(secrets);
    throttle = new SignInThrottle(secrets, devices, clock);
  }

  @Test
  void slowsAGuesserOfOneAccountWhereverTheyComeFrom() {
    var allowed = 0;
    for (var host = 1; host <= 50; host++)
      if (throttle.take(from("198.51.100." + host, DANA, null)).isEmpty()) allowed++;

    assertThat(allowed).isEqualTo(10);
  }

  @Test
  void slowsAGuesserOfManyAccountsAtOneAddress() {
    var allowed = 0;
    for (var each = 1; each <= 50; each++)
      if (throttle.take(from("198.51.100.7", each + "@example.com", null)).isEmpty()) allowed++;

    assertThat(allowed).isLessThanOrEqualTo(20);
  }

  @Test
  void takesAWholeIpv6HouseholdForOne() {
    var allowed = 0;
    for (var each = 1; each <= 50; each++)
      if (throttle
          .take(from("2001:db8:1:2::" + each, each + "@example.com", null))
          .isEmpty()) allowed++;

    assertThat(allowed).isLessThanOrEqualTo(20);
  }

  @Test
  void letsTheShopInWhileItIsUnderAttack() {
    var cookie = devices.remember(DANA);
    for (var host = 1; host <= 500; host++)
      throttle.take(from("198.51." + host % 250 + ".9", DANA, null));

    assertThat(throttle.take(from("198.51.7.9", DANA, cookie))).isEmpty();
  }

  @Test
  void slowsADeviceThatItKnowsToo() {
    var cookie = devices.remember(DANA);
    for (var each = 0; each < 10; each++) throttle.take(from("203.0.113.1", DANA, cookie));

    assertThat(throttle.take(from("203.0.113.1", DANA, cookie)))
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1)));
  }

  @Test
  void countsSomebodyElsesDeviceAsAStranger() {
    var priyas = devices.remember("priya@example.com");
    for (var each = 0; each < 10; each++) throttle.take(from("203.0.113.1", DANA, null));

    assertThat(throttle.take(from("203.0.113.1", DANA, priyas))).isPresent();
    assertThat(throttle.take(from("203.0.113.1", DANA, "made.up"))).isPresent();
  }

  @Test
  void givesTriesBackWithTime() {
    for (var each = 0; each < 10; each++) throttle.take(from("203.0.113.1", DANA, null));
    var wait = throttle.take(from("203.0.113.1", DANA, null)).orElseThrow();

    clock.advance(wait);

    assertThat(throttle.take(from("203.0.113.1", DANA, null))).isEmpty();
    assertThat(throttle.take(from("203.0.113.1", DANA, null))).isPresent();
  }

  @Test
  void doesNotCountWhoKnewThePassword() {
    for (var each = 0; each < 30; each++) {
      var attempt = from("203.0.113.1", DANA, null);
      assertThat(throttle.take(attempt)).isEmpty();
      throttle.giveBack(attempt);
    }
  }

  private static SignInTry from(String address, String email, @Nullable String cookie) {
    return new SignInTry(email, "kettle under the stairs", address, cookie);
  }
}
