package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Conversation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The owner forgets somebody, and hands somebody all that is held about them.
class ForgettingEdgeTest {
  private final TestKept kept = new TestKept();
  private final TestBrowser dana = kept.as(kept.shop.dana);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void isSaidInPlainWordsAndAsksForTheName() {
    var tv = kept.shop.crackedTv();
    assertThat(dana.get(person(tv)).body()).contains(person(tv) + "/forgetting", "Forget Chuck");
    assertThat(dana.get(person(tv) + "/forgetting").body())
        .contains("Forget Chuck Alvarez?", "What goes, for good", "What stays, without a name");

    var wrong = dana.post(person(tv) + "/forgetting", "name", "Chuck");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Type the name as it stands above");
    assertThat(kept.rooms.customers.get(tv.customer()).name()).isEqualTo("Chuck Alvarez");

    var right = dana.post(person(tv) + "/forgetting", "name", " chuck  alvarez");
    assertThat(TestBrowser.leadsTo(right)).isEqualTo(person(tv));
    assertThat(dana.get(person(tv)).body()).contains("is forgotten").doesNotContain("Chuck");
    assertThat(dana.get("/c/" + tv.id()).body()).doesNotContain("Chuck", "a crack in the corner");
    assertThat(dana.get("/people").body()).doesNotContain("Chuck", "Somebody forgotten");
    assertThat(dana.get(person(tv) + "/forgetting").statusCode()).isEqualTo(422);
    var note = dana.post("/c/" + tv.id() + "/notes", "words", "It was Chuck");
    assertThat(note.statusCode()).isNotEqualTo(303);
  }

  @Test
  void whomWeOweSomethingStays() {
    var tv = kept.shop.crackedTv();
    kept.shop.promise(tv, kept.shop.priya, Duration.ofHours(2));
    assertThat(dana.get(person(tv) + "/forgetting").body()).contains("We still owe Chuck");

    var refused = dana.post(person(tv) + "/forgetting", "name", "Chuck Alvarez");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("We still owe them something.");
    assertThat(kept.rooms.customers.isForgotten(tv.customer())).isFalse();
  }

  @Test
  void onlyTheOwnerIsOfferedIt() {
    var tv = kept.shop.crackedTv();
    var priya = kept.as(kept.shop.priya);

    assertThat(priya.get(person(tv)).body()).doesNotContain("/forgetting", "/export");
    assertThat(priya.get(person(tv) + "/forgetting").statusCode()).isEqualTo(403);
    assertThat(priya.post(person(tv) + "/export").statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsTakenOutIsAFileAndWrittenDown() {
    var tv = kept.shop.crackedTv();

    var zip = dana.post(person(tv) + "/export");

    assertThat(zip.statusCode()).isEqualTo(200);
    assertThat(zip.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(zip.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(zip.headers().firstValue("Content-Disposition").orElse(""))
        .contains("chuck-alvarez.zip");
    assertThat(zip.body()).contains("read-me-first.html", "person.json");
    assertThat(kept.rooms.events.about(tv.customer().value()))
        .anyMatch(event -> event.kind().equals("customer_exported")
            && kept.shop.dana.value().equals(event.actor()));
  }

  private static String person(Conversation matter) {
    return "/people/" + matter.customer();
  }
}
