package kept.line.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DoorkeeperTest {

  private static final InetAddress SHOP = InetAddress.ofLiteral("192.0.2.7");
  private static final InetAddress SCANNER = InetAddress.ofLiteral("203.0.113.66");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2027-01-04T09:00:00Z"));
  private final Doorkeeper doorkeeper = new Doorkeeper(now::get);

  @Test
  void aSourceMayAskSoOftenASecondAndNoOftener() {
    for (var i = 0; i < Doorkeeper.REQUESTS_AT_ONCE; i++)
      assertThat(doorkeeper.admits(SHOP)).isTrue();

    assertThat(doorkeeper.admits(SHOP)).isFalse();
    assertThat(doorkeeper.admits(SCANNER)).isTrue();
    pass(Duration.ofSeconds(1));
    for (var i = 0; i < Doorkeeper.REQUESTS_A_SECOND; i++)
      assertThat(doorkeeper.admits(SHOP)).isTrue();
    assertThat(doorkeeper.admits(SHOP)).isFalse();
  }

  @Test
  void theWaitDoublesUpToAnHour() {
    fail(SHOP, "priya", Doorkeeper.FREE_FAILURES - 1);
    assertThat(doorkeeper.mayTry(SHOP, "priya")).isTrue();

    fail(SHOP, "priya", 1);
    assertThat(doorkeeper.mayTry(SHOP, "priya")).isFalse();
    pass(Duration.ofSeconds(1));
    assertThat(doorkeeper.mayTry(SHOP, "priya")).isTrue();
    fail(SHOP, "priya", 1);
    pass(Duration.ofSeconds(1));
    assertThat(doorkeeper.mayTry(SHOP, "priya")).isFalse();
    fail(SHOP, "priya", 40);
    pass(Doorkeeper.LONGEST_WAIT.minusSeconds(1));
    assertThat(doorkeeper.mayTry(SHOP, "priya")).isFalse();
    pass(Duration.ofSeconds(1));
    assertThat(doorkeeper.mayTry(SHOP, "priya")).isTrue();
  }

  @Test
  void oneBadPhoneDoesNotSilenceTheShop() {
    doorkeeper.proven(SHOP, "justin");

    fail(SHOP, "priya", 50);

    assertThat(doorkeeper.mayTry(SHOP, "justin")).isTrue();
    assertThat(doorkeeper.mayTry(SHOP, "priya")).isFalse();
  }

  @Test
  void aScannerWaitsWhicheverNameItTries() {
    for (var i = 0; i < 50; i++) doorkeeper.failed(SCANNER, "user" + i);

    assertThat(doorkeeper.mayTry(SCANNER, "priya")).isFalse();
    assertThat(doorkeeper.mayTry(SHOP, "priya")).isTrue();
  }

  @Test
  void aNeighbourInAnIpv6NetworkIsTheSameSource() {
    fail(InetAddress.ofLiteral("2001:db8:0:1::5"), "x", 50);

    assertThat(doorkeeper.mayTry(InetAddress.ofLiteral("2001:db8:0:1::6"), "y")).isFalse();
    assertThat(doorkeeper.mayTry(InetAddress.ofLiteral("2001:db8:0:2::6"), "y")).isTrue();
  }

  @Test
  void beingProvenClearsTheNameAndTimeForgives() {
    fail(SHOP, "priya", 50);
    pass(Doorkeeper.FORGIVEN_AFTER.plusSeconds(1));

    fail(SHOP, "priya", 1);
    assertThat(doorkeeper.mayTry(SHOP, "priya")).isTrue();
    doorkeeper.proven(SHOP, "priya");
    fail(SHOP, "priya", Doorkeeper.FREE_FAILURES - 1);
    assertThat(doorkeeper.mayTry(SHOP, "priya")).isTrue();
  }

  @Test
  void remembersABoundedNumberOfSources() {
    for (var i = 0; i < Doorkeeper.MOST_SOURCES + 500; i++)
      doorkeeper.failed(InetAddress.ofLiteral("10.1." + i / 250 + "." + i % 250), "x".repeat(9000));

    assertThat(doorkeeper.sources()).isEqualTo(Doorkeeper.MOST_SOURCES);
  }

  private void fail(InetAddress source, String user, int times) {
    for (var i = 0; i < times; i++) doorkeeper.failed(source, user);
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
