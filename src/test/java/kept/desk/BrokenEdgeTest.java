package kept.desk;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Conversation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What broke in the last seven days, on the board, and how the next break is prevented there.
class BrokenEdgeTest {
  private final TestKept kept = new TestKept();
  private final Conversation tv = kept.shop.crackedTv();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void whatBrokeIsToldAndASecondIsNamedForItsKeeper() throws Exception {
    kept.shop.change(kept.shop.edie, edie -> edie.withSecond(null));
    kept.shop.promise(tv, kept.shop.edie, ofHours(1));
    kept.clock.advance(ofHours(2));
    kept.fireWhatIsDue();
    var dana = kept.as(kept.shop.dana);
    var edie = kept.as(kept.shop.edie);
    var second = "/settings/team/" + kept.shop.edie + "/second";
    assertThat(dana.get("/promises").body())
        .contains("1 in the last seven days", "Due 10:00 am, not done yet.")
        .contains("Nobody has written to them since.", "Edie has nobody second.", second);
    assertThat(edie.get("/promises").body()).contains("You have nobody second.", second);
    assertThat(kept.as(kept.shop.priya).get("/promises").body())
        .contains("Edie has nobody second.")
        .doesNotContain(second);
    assertThat(kept.as(kept.shop.priya).post(second, "second", "").statusCode()).isEqualTo(422);
    assertThat(dana.get(second).body()).contains("A second for Edie", "<html");
    assertThat(dana.header("HX-Request", "true").get(second).body())
        .contains("Priya is second")
        .doesNotContain("<html", "Nobody is second");

    var named = kept.as(kept.shop.dana)
        .post(second, "second", kept.shop.priya.toString(), "from", "promises");

    assertThat(TestBrowser.leadsTo(named)).isEqualTo("/promises#broken-title");
    assertThat(kept.as(kept.shop.dana).get("/promises").body())
        .contains("Priya is second for Edie now.")
        .doesNotContain(second);
    kept.clock.advance(ofDays(8));
    assertThat(kept.as(kept.shop.dana).get("/promises").body()).doesNotContain("last seven days");
  }

  @Test
  void nothingIsSaidOfALetterThatWasAboutAnother() throws Exception {
    kept.shop.promise(tv, kept.shop.edie, ofHours(1));
    var call = kept.shop.promise(tv, kept.shop.priya, ofHours(4));
    kept.clock.advance(ofHours(2));
    kept.fireWhatIsDue();
    kept.rooms.promises.agreeNewTime(
        kept.shop.dana, call, kept.clock.in(ofHours(5)), "By 4:00 pm.");

    assertThat(kept.as(kept.shop.dana).get("/promises").body())
        .contains("Due 10:00 am, not done yet.")
        .doesNotContain("wrote to them", "Nobody has written to them");
  }
}
