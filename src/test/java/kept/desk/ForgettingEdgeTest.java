package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Conversation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  }

  @Test
  void theirConversationSaysSinceWhenAndHasNoWayToWriteOrCall() {
    var tv = kept.shop.crackedTv();
    assertThat(dana.get("/c/" + tv.id()).body()).contains("class=\"composer\"", "/calling");
    kept.rooms.forgetting.forget(kept.shop.dana, tv.customer());
    var day = kept.rooms.shop.time().date(kept.clock.instant(), kept.clock.instant());

    for (var path : List.of("/c/" + tv.id(), "/c/" + tv.id() + "/head", person(tv)))
      assertThat(dana.get(path).body())
          .doesNotContain("class=\"composer\"", "/calling", "/question", "/matter\"", "/calls/new")
          .doesNotContain("/facts", "/promises?to=", "/c/new?to=");
    assertThat(dana.get("/c/" + tv.id()).body()).contains("They were forgotten on " + day);
    assertThat(dana.get(person(tv)).body()).contains("That was on " + day);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      /c/C/messages     | channel=email&words=Hello
      /c/C/messages     | channel=text&words=Hello
      /c/C/messages     | channel=note&words=It was Chuck
      /c/C/messages     | channel=email&words=Hello&recap=on&understood=The TV
      /c/C/messages     | channel=email&words=Hello&then=ask
      /c/C/question     | -=-
      /c/C/matter       | matter=The TV of Chuck
      /c/C/calls        | minutes=5&note=It was Chuck
      /people/P/calls   | minutes=5&note=It was Chuck
      /people/P/calling | number=(415) 555-0142
      /people/P/facts   | label=Name&value=Chuck
      /promises         | conversation=C&what=Swap it&when=other&due=2032-01-01T10:00&kind=replacement
      /promises         | conversation=person:P&what=Swap it&when=other&due=2032-01-01T10:00
      /c                | customer=P&matter=The TV&words=Hello
      """)
  void nothingMoreIsWrittenPromisedOrSaidToThem(String path, String fields) {
    var tv = kept.shop.crackedTv();
    kept.rooms.forgetting.forget(kept.shop.dana, tv.customer());
    var form = BodyPublishers.ofString(with(tv, fields).replace(" ", "+"));

    var refused = dana.send("POST", with(tv, path), form);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("They were forgotten");
    assertThat(kept.rooms.conversations.get(tv.id()).matter()).isEqualTo("Forgotten");
  }

  @Test
  void nobodyIsAskedWhatToWriteToThem() {
    var tv = kept.shop.crackedTv();
    kept.rooms.forgetting.forget(kept.shop.dana, tv.customer());

    for (var path : List.of("/c/new?to=P", "/people/P/calling", "/people/P/calls/new")) {
      var refused = dana.get(with(tv, path));
      assertThat(refused.statusCode()).as(path).isEqualTo(422);
      assertThat(refused.body()).contains("They were forgotten.");
    }
  }

  private static String with(Conversation matter, String words) {
    return words
        .replaceFirst("\\bP\\b", matter.customer().toString())
        .replaceFirst("\\bC\\b", matter.id().toString());
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
