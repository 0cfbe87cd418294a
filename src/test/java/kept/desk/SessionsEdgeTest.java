package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kept.TestBrowser;
import kept.TestKept;
import kept.team.AgentId;
import kept.team.Arrival;
import kept.team.WayIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How a browser's being signed in ends, and what is read there afterwards.
class SessionsEdgeTest {
  private static final String PASSWORD = "kettle under the stairs";

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

  @Test
  void endingAnotherBrowserAsksOnceMoreWhoItIs() {
    var tomas = withPassword(kept.shop.tomas);
    var tablet = kept.as(kept.shop.tomas);
    kept.clock.advance(Duration.ofMinutes(16));

    for (var path : new String[] {"elsewhere", tabletsId()})
      assertThat(TestBrowser.leadsTo(tomas.post("/settings/you/sessions/" + path + "/ending")))
          .isEqualTo("/settings/you/proof");
    assertThat(tablet.get("/settings/you").statusCode()).isEqualTo(200);

    tomas.post("/settings/you/proof", "password", PASSWORD);
    tomas.post("/settings/you/sessions/elsewhere/ending");

    assertThat(tablet.get("/settings/you").statusCode()).isEqualTo(303);
    assertThat(tomas.get("/settings/you").statusCode()).isEqualTo(200);
  }

  /// They came by a link, have no password, and there is no https for a passkey: then a stolen
  /// browser is ended as it was always.
  @Test
  void whoHasNothingToShowEndsAStolenOneWithoutBeingAsked() {
    var token = kept.rooms.sessions.start(kept.shop.dana, new Arrival(WayIn.LINK, "Mail", null));
    var dana = kept.stranger().with("kept", token);
    var stolen = kept.as(kept.shop.dana);
    kept.clock.advance(Duration.ofMinutes(16));

    dana.post("/settings/you/sessions/elsewhere/ending");

    assertThat(stolen.get("/settings/you").statusCode()).isEqualTo(303);
  }

  private TestBrowser withPassword(AgentId agent) {
    var browser = kept.stranger();
    browser.post(kept.rooms.invitations.wayBack(kept.shop.dana, agent), "password", PASSWORD);
    return browser;
  }

  private String tabletsId() {
    return kept.rooms.sessions.openOf(kept.shop.tomas).stream()
        .filter(session -> session.device().equals("A test"))
        .findFirst()
        .orElseThrow()
        .id()
        .toString();
  }
}
