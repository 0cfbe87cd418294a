package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kept.TestBrowser;
import kept.TestKept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How a browser's being signed in ends, and what is read there afterwards.
class SessionsEdgeTest {
  private final TestKept kept = new TestKept();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void theSignInPageSaysThatNinetyDaysAreOver() {
    var priya = kept.as(kept.shop.priya);
    for (var day = 0; day < 90; day++) {
      assertThat(priya.get("/promises").statusCode()).isEqualTo(200);
      kept.clock.advance(Duration.ofDays(1));
    }

    assertThat(TestBrowser.leadsTo(priya.get("/promises"))).isEqualTo("/in?next=%2Fpromises");
    assertThat(priya.get("/in").body()).contains("You came in ninety days ago");
  }

  @Test
  void theSignInPageSaysThatSomebodySignedThemOutOrNobodyCame() {
    var elsewhere = kept.as(kept.shop.priya);
    kept.rooms.sessions.endAllOf(kept.shop.priya);
    assertThat(elsewhere.get("/in").body()).contains("You were signed out in this browser.");

    var unused = kept.as(kept.shop.edie);
    kept.clock.advance(Duration.ofDays(30));
    assertThat(unused.get("/in").body()).contains("was not used for thirty days");

    assertThat(kept.stranger().get("/in").body()).doesNotContain("signed out", "ninety days");
  }
}
