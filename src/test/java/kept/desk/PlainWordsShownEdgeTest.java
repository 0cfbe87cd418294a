package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kept.TestBrowser;
import kept.TestKept;
import kept.customers.Customer;
import kept.promises.Item;
import kept.promises.Slice;
import kept.team.AgentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is recorded of plain words is what their sentence showed, part by part. It is Tuesday,
/// nine in the morning.
class PlainWordsShownEdgeTest {
  private static final String WORDS = "call rosa about the quote by 4, Tomas";
  private static final Pattern MARKUP = Pattern.compile("<span class=\"sr\">[^<]*</span>|<[^>]+>");

  private final TestKept kept = new TestKept();
  private final Customer rosa = kept.shop.customer("Rosa Delgado", "rosa@example.com");
  private final TestBrowser priya = kept.as(kept.shop.priya);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void whoeverIsTypedInsteadIsPromisedWhatIsShown() {
    kept.shop.customer("Chuck Alvarez", "chuck@example.com");
    var words = "call Chuck about the quote by 4";

    assertThat(said(words, "whom", "Rosa Delgado"))
        .startsWith("Reads as You will call Chuck about the quote for Rosa Delgado today");
    assertThat(said("send it to chuck@example.com by 4", "whom", "rosa@example.com"))
        .startsWith("Reads as You will send it to chuck@example.com for Rosa Delgado today");
    assertThat(said("call Rosa about the quote by 4", "whom", "Delgado"))
        .startsWith("Reads as You will call Rosa Delgado about the quote today");
    priya.post("/promises", "words", words, "read", words, "whom", "Rosa Delgado");

    assertThat(only().promise().what()).isEqualTo("Call Chuck about the quote");
    assertThat(only().promise().customer()).isEqualTo(rosa.id());
  }

  @Test
  void aTimeThatWasPickedStaysWhenItIsOfferedNoMore() {
    kept.clock.set(Instant.parse("2026-11-24T22:20:00Z"));
    String[] picked = {"words", WORDS.replace("by 4", "tomorrow"), "when", "2026-11-24T18:00"};

    var read = priya.post("/promises/sentence", picked).body();

    assertThat(sentence(read)).contains("today by 6:00 pm");
    assertThat(read)
        .containsPattern("value=\"other\" checked")
        .contains("name=\"due\" type=\"datetime-local\" value=\"2026-11-24T18:00\"");
    assertThat(refused(WORDS, "when", "soon")).contains("Pick a day and a time.");
    assertThat(refused(WORDS, "when", "2026-11-24T17:00")).contains("has passed.");
  }

  @Test
  void readsAsSomebodyWouldSayIt() {
    kept.shop.customer("Mrs Okafor", "okafor@example.com");
    kept.shop.change(kept.shop.edie, edie -> edie.withSecond(kept.shop.priya));

    assertThat(said("call Mrs Okafor back by 4, Edie"))
        .startsWith("Reads as Edie will call Mrs Okafor back today by 4:00 pm"
            + " If Edie can’t, you hear next.");
    assertThat(refused("call Rosa Delgado ".repeat(140)))
        .contains("That is too long for one promise.")
        .doesNotContain("class=\"error\">By when?", "Say what you are promising.");
  }

  @Test
  void whoeverLeftTheTeamIsRefusedWithTheWordsKept() {
    var edie = kept.shop.edie.toString();
    kept.rooms.team.leave(kept.shop.dana, kept.shop.edie);

    for (var part : List.of("second", "keeper"))
      assertThat(refused(WORDS, part, edie))
          .contains(" is no longer on the team.", "value=\"" + WORDS + "\"")
          .containsPattern("id=\"add-" + part + "\"[^>]* aria-invalid=\"true\"");
    assertThat(kept.rooms.board.open(Slice.ALL, 9)).isEmpty();
  }

  @Test
  void whatNoListOffersIsRefused() {
    for (var id : List.of("bogus", AgentId.next().toString(), rosa.id().toString())) {
      assertThat(refused(WORDS, "keeper", id)).contains("Choose somebody who is on the team.");
      assertThat(refused(WORDS, "second", id)).contains("Choose somebody who is on the team.");
    }
    for (var said : List.of("bogus", "page", "In_Person"))
      assertThat(refused(WORDS, "said", said)).contains("Choose how you said it.");
    assertThat(refused(WORDS, "kind", "bogus")).contains("There is no promise of the kind");
    assertThat(said(WORDS, "keeper", "bogus", "said", "bogus", "second", "bogus", "kind", "x"))
        .contains("Choose somebody who is on the team.", "Choose how you said it.")
        .doesNotContain("Somebody");
    assertThat(kept.rooms.board.open(Slice.ALL, 9)).isEmpty();
  }

  @Test
  void wordsThatMeanSomethingElseByNowAreShownAgain() {
    kept.clock.set(Instant.parse("2026-11-24T14:00:40Z"));
    var words = "call Rosa in 20 minutes";
    var shown = shown(words);
    kept.clock.advance(Duration.ofMinutes(15));

    var again = refused(words, "shown", shown);

    assertThat(again).contains("Read it again: it changed meanwhile.");
    assertThat(sentence(again)).contains("today by 9:35 am");
    assertThat(kept.rooms.board.open(Slice.ALL, 9)).isEmpty();
    priya.post("/promises", "words", words, "read", words, "shown", shown(words));
    assertThat(only().promise().dueAt()).isEqualTo(Instant.parse("2026-11-24T14:35:00Z"));
  }

  @Test
  void whoeverLeftMeanwhileIsNotReplacedUnseen() {
    var shown = shown("call Rosa by 4, Edie");
    var second = shown(WORDS);
    kept.rooms.team.leave(kept.shop.dana, kept.shop.edie);

    assertThat(refused("call Rosa by 4, Edie", "shown", shown))
        .contains("Read it again: it changed meanwhile.");
    assertThat(refused(WORDS, "shown", second)).contains("Read it again: it changed meanwhile.");
    assertThat(refused(WORDS, "shown", "made up")).contains("Read it again");
    assertThat(kept.rooms.board.open(Slice.ALL, 9)).isEmpty();
  }

  @Test
  void whatWasPutRightSinceIsNoChange() {
    var shown = shown(WORDS);
    kept.clock.advance(Duration.ofMinutes(90));
    String[] form = {"shown", shown, "when", "2026-11-25T12:00", "kind", "visit", "key", key()};

    var first = priya.post("/promises", with(form, "words", WORDS, "read", WORDS));
    kept.rooms.team.leave(kept.shop.dana, kept.shop.edie);
    var second = priya.post("/promises", with(form, "words", WORDS, "read", WORDS));

    assertThat(TestBrowser.leadsTo(first)).endsWith("?said=made");
    assertThat(TestBrowser.leadsTo(second)).isEqualTo("/promises");
    only();
  }

  private String shown(String words) {
    var html = priya.post("/promises/sentence", "words", words).body();
    return html.replaceAll("(?s).*name=\"shown\" value=\"([^\"]+)\".*", "$1");
  }

  private String key() {
    return priya
        .get("/promises")
        .body()
        .replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
  }

  private String said(String words, String... parts) {
    return sentence(
        priya.post("/promises/sentence", with(parts, "words", words)).body());
  }

  private String refused(String words, String... parts) {
    var answer = priya.post("/promises", with(parts, "words", words, "read", words));
    assertThat(answer.statusCode()).as(words).isEqualTo(422);
    return answer.body();
  }

  private static String[] with(String[] parts, String... more) {
    return Stream.of(more, parts).flatMap(Stream::of).toArray(String[]::new);
  }

  private Item only() {
    assertThat(kept.rooms.board.open(Slice.ALL, 9)).hasSize(1);
    return kept.rooms.board.open(Slice.ALL, 9).getFirst();
  }

  /// What is read of it: the chips and the words between them.
  private static String sentence(String html) {
    var start = html.indexOf("<div class=\"sentence__said\">");
    var fields = Pattern.compile("(?s)<div class=\"fix__fields.*?</details>");
    var said = fields.matcher(html.substring(Math.max(0, start))).replaceAll("");
    return MARKUP.matcher(said).replaceAll(" ").replaceAll("\\s+", " ").strip();
  }
}
