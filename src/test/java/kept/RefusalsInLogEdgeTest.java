package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who was turned away stands in the program's log: from where, whose, at which door.
class RefusalsInLogEdgeTest {
  private static final String MADE_UP = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private final TestKept kept = new TestKept();
  private final TestLog log = new TestLog();

  @AfterEach
  void close() {
    log.close();
    kept.close();
  }

  @Test
  void aSignInForNobodysAddressIsThereWithoutTheAddress() {
    kept.stranger().post("/in", "email", "mallory@example.com", "password", "open sesame please");

    says("refused=422 from=127.0.0.1 who=stranger door=POST /in");
    assertThat(log.said()).doesNotContain("mallory", "sesame");
  }

  @Test
  void soAreATooFastOneAndAMadeUpLinkAndCode() {
    var guesser = kept.stranger();
    for (var each = 0; each < 11; each++)
      guesser.post("/in", "email", "dana@example.com", "password", "guess number " + each);
    says("refused=429 from=127.0.0.1 who=stranger door=POST /in");

    guesser.with("kept_asked", "x").post("/in/link/" + MADE_UP);
    says("refused=422 from=127.0.0.1 who=stranger door=POST /in/link/{token}");

    guesser.with("kept_half", MADE_UP).post("/in/code", "code", "123456");
    says("refused=422 from=127.0.0.1 who=stranger door=POST /in/code");
  }

  @Test
  void aTokenOfNobodysIsThereWithoutTheToken() {
    kept.stranger().get("/p/" + MADE_UP);
    says("refused=404 from=127.0.0.1 who=stranger door=GET /p/{token}");

    kept.stranger().post("/book/" + MADE_UP, "slot", "x");
    says("refused=404 from=127.0.0.1 who=stranger door=POST /book/{token}");

    kept.stranger().get("/calendar/" + MADE_UP);
    says("refused=404 from=127.0.0.1 who=stranger door=GET /calendar/{token}");

    kept.stranger().bearing("kept_" + MADE_UP).get("/api/v1/conversations");
    says("refused=401 from=127.0.0.1 who=stranger door=GET /api/v1/conversations");
    assertThat(log.said()).doesNotContain(MADE_UP);
  }

  @Test
  void whatNoFormOfOursSendsIsThere() {
    kept.stranger().get("/in?next=%00");
    says("refused=400 from=127.0.0.1 who=stranger door=GET /in");

    kept.program()
        .header("Content-Type", "application/json")
        .send("POST", "/api/v1/conversations", BodyPublishers.ofString(" ".repeat(1 << 20) + "{}"));
    says("refused=413 from=127.0.0.1 who=" + kept.shop.dana + " door=POST /api/v1/conversations");
  }

  @Test
  void whoMayNotIsThereByTheirId() {
    kept.as(kept.shop.priya).get("/settings/phone");
    says("refused=403 from=127.0.0.1 who=" + kept.shop.priya + " door=GET /settings/phone");

    kept.as(kept.shop.priya).header("Sec-Fetch-Site", "cross-site").post("/out");
    says("refused=403 from=127.0.0.1 who=" + kept.shop.priya + " door=POST /out");

    kept.as(kept.shop.tomas).post("/settings/you/proof", "password", "a guess at it");
    says("refused=422 from=127.0.0.1 who=" + kept.shop.tomas + " door=POST /settings/you/proof");
  }

  @Test
  void whatIsOnlyMistypedOrNotSignedInYetIsNoRefusal() {
    var dana = kept.as(kept.shop.dana);
    assertThat(dana.post("/settings/you", "name", "").statusCode()).isEqualTo(422);
    assertThat(kept.stranger().get("/promises").statusCode()).isEqualTo(303);
    assertThat(kept.stranger().get("/static/none.css").statusCode()).isEqualTo(404);
    assertThat(dana.get("/c/01985b1e-0000-7000-8000-000000000000").statusCode()).isEqualTo(404);

    assertThat(log.said()).doesNotContain("refused=");
  }

  /// The answer is on its way before the line is written.
  private void says(String line) {
    var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!log.said().contains(line + "\n") && System.nanoTime() < end) Thread.onSpinWait();
    assertThat(log.said()).contains(" WARN  ", line + "\n");
  }
}
