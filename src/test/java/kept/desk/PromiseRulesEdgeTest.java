package kept.desk;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import kept.TestBrowser;
import kept.TestKept;
import kept.promises.PromiseRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromiseRulesEdgeTest {
  private static final String PROMISES = "/settings/promises";

  private final TestKept kept = new TestKept();
  private final TestBrowser dana = kept.as(kept.shop.dana);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void saysWhoHearsWhen() {
    assertThat(dana.get(PROMISES).body())
        .contains("4:00 pm", "4:16 pm", "4:33 pm", "4:50 pm", "5:00 pm", "at least 15 minutes");
    assertThat(kept.as(kept.shop.priya).get(PROMISES).statusCode()).isEqualTo(403);
    assertThat(TestBrowser.leadsTo(kept.stranger().get(PROMISES))).startsWith("/in");
  }

  @Test
  void aChangeIsSavedAndSaysWhatItDoes() {
    kept.shop.promise(kept.shop.crackedTv(), kept.shop.priya, ofHours(2));

    var saved = save(kept.as(kept.shop.dana).header("HX-Request", "true"), "60", "20", "30");

    assertThat(saved.body())
        .contains("Saved.", "One open promise has new alarm times.", "within 30 open minutes")
        .contains("at least 60 minutes", "hx-swap-oob")
        .doesNotContain("<html");
    assertThat(kept.rooms.promiseRules.get()).isEqualTo(new PromiseRule(60, 20, 30));
    assertThat(dana.get("/settings/privacy/log").body())
        .contains("changed when people hear of a promise");
  }

  @Test
  void whatIsOfNoUseIsRefusedAndNothingChanges() {
    var refused = save(dana, "15", "20", "60");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("The owner hears last", "value=\"20\"");
    assertThat(save(dana, "soon", "10", "60").body()).contains("6 to 120 minutes");
    assertThat(save(dana, "5", "5", "60").body()).contains("6 to 120 minutes");
    assertThat(save(dana, "15", "10", "").body()).contains("15 to 240 minutes");
    assertThat(kept.rooms.promiseRules.get()).isEqualTo(PromiseRule.USUAL);
    assertThat(TestBrowser.leadsTo(save(dana, "20", "10", "60"))).isEqualTo(PROMISES + "?saved");
  }

  private static HttpResponse<String> save(
      TestBrowser browser, String lead, String owner, String ringBack) {
    return browser.post(PROMISES, "lead", lead, "owner", owner, "ring_back", ringBack);
  }
}
