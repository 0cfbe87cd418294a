package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kept.TestBrowser;
import kept.TestKept;
import kept.customers.VerificationLevel;
import kept.phone.WaitedInLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who rings, and whose turn it is of those who hung up while everybody talked.
class CallsNowEdgeTest {
  private final TestKept kept = new TestKept();
  private final WaitedInLine line = new WaitedInLine(kept.rooms);
  private final TestBrowser priya = kept.as(kept.shop.priya);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void isWhoCameFirst() {
    line.hungUp("+14155550142");
    kept.shop.clock.advance(Duration.ofMinutes(3));
    line.hungUp("+14155550143");

    assertThat(now()).contains("(415) 555-0142 is next").doesNotContain("555-0143");
  }

  @Test
  void comesToTheOtherOnceTheFirstWasTried() {
    var first = line.hungUp("+14155550142");
    line.hungUp("+14155550143");

    line.tried(first);

    assertThat(now()).contains("(415) 555-0143 is next").doesNotContain("555-0142");
  }

  @Test
  void endsWhenThePromiseIsKept() {
    var call = line.hungUp("+14155550142");

    kept.rooms.promises.keep(kept.shop.priya, call.promise());

    assertThat(now()).doesNotContain("is next");
  }

  @Test
  void isNobodyWhoSimplyMissedUs() {
    line.missed("+14155550142");

    assertThat(now()).doesNotContain("is next");
  }

  @Test
  void isNotShownWhileAnybodyRings() {
    line.hungUp("+14155550142");
    line.rings("+14155550143");

    assertThat(now()).contains("(415) 555-0143").doesNotContain("is next");
  }

  @Test
  void isNotShownToWhoeverTakesNoCalls() {
    line.hungUp("+14155550142");

    kept.rooms.team.change(kept.shop.priya, kept.shop.priya, agent -> agent.takingCalls(false));

    assertThat(now()).doesNotContain("is next");
  }

  /// Its carrier says so.
  @Test
  void aForgedNumberIsToldAsOne() {
    line.rings("+14155550142", VerificationLevel.UNKNOWN);

    assertThat(now()).contains("may not be their number");
  }

  private String now() {
    return priya.get("/calls/now").body();
  }
}
