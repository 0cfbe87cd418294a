package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.regex.Pattern;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Channel;
import kept.customers.Customer;
import kept.promises.Item;
import kept.promises.Kind;
import kept.promises.Slice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Plain words sent to the board without a script. It is Tuesday, nine in the morning.
class PlainWordsEdgeTest {
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
  void nothingIsPromisedBeforeSomebodyHasSeenTheSentence() {
    var first = priya.post("/promises", "words", WORDS);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(sentence(first.body()))
        .startsWith("Reads as Tomás will call Rosa Delgado about the quote today by 4:00 pm "
            + "If Tomás can’t, Edie hears next. Ring back said in the shop");
    assertThat(kept.rooms.board.open(Slice.ALL, 9)).isEmpty();

    var second = priya.post("/promises", "words", WORDS, "read", WORDS);

    assertThat(second.statusCode()).isEqualTo(303);
    assertThat(priya.get(TestBrowser.leadsTo(second)).body())
        .contains("Promised. It is due 4:00 pm.");
    var promise = only().promise();
    assertThat(promise.what()).isEqualTo("Call rosa about the quote");
    assertThat(promise.customer()).isEqualTo(rosa.id());
    assertThat(promise.keeper()).isEqualTo(kept.shop.tomas);
    assertThat(promise.second()).isEqualTo(kept.shop.edie);
    assertThat(promise.kind()).isEqualTo(Kind.CALLBACK);
    assertThat(promise.madeOn()).isEqualTo(Channel.IN_PERSON);
    assertThat(promise.dueAt()).isEqualTo(Instant.parse("2026-11-24T21:00:00Z"));
  }

  @Test
  void wordsThatChangedSinceAreReadAgain() {
    var changed = priya.post("/promises", "words", WORDS + " please", "read", WORDS);

    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).contains("value=\"" + WORDS + " please\"", "Reads as");
    assertThat(kept.rooms.board.open(Slice.ALL, 9)).isEmpty();
  }

  @Test
  void aSecondClickPromisesNothingTwice() {
    var page = priya.get("/promises?words=" + WORDS.replace(" ", "+")).body();
    var key = page.replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
    String[] form = {"key", key, "words", WORDS, "read", WORDS};

    var first = priya.post("/promises", form);
    var second = priya.post("/promises", form);

    assertThat(TestBrowser.leadsTo(first)).endsWith("?said=made");
    assertThat(TestBrowser.leadsTo(second)).isEqualTo("/promises");
    only();
  }

  @Test
  void aPartThatWasPutRightGoesBeforeTheWords() {
    var made = priya.post(
        "/promises",
        "words",
        WORDS,
        "read",
        WORDS,
        "what",
        "Ring her twice",
        "what_read",
        "Call rosa about the quote",
        "when",
        "other",
        "due",
        "2026-11-25T10:30",
        "keeper",
        kept.shop.edie.toString(),
        "second",
        kept.shop.dana.toString(),
        "kind",
        "visit",
        "said",
        "call");

    assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
    var promise = only().promise();
    assertThat(promise.what()).isEqualTo("Ring her twice");
    assertThat(promise.keeper()).isEqualTo(kept.shop.edie);
    assertThat(promise.second()).isEqualTo(kept.shop.dana);
    assertThat(promise.kind()).isEqualTo(Kind.VISIT);
    assertThat(promise.madeOn()).isEqualTo(Channel.CALL);
    assertThat(promise.dueAt()).isEqualTo(Instant.parse("2026-11-25T15:30:00Z"));
  }

  @Test
  void whatNobodyTouchedFollowsTheWords() {
    var made = priya.post(
        "/promises",
        "words",
        WORDS,
        "read",
        WORDS,
        "what",
        "Call her",
        "what_read",
        "Call her",
        "when",
        "written",
        "due",
        "2026-11-30T10:00");

    assertThat(made.statusCode()).isEqualTo(303);
    assertThat(only().promise().what()).isEqualTo("Call rosa about the quote");
    assertThat(only().promise().dueAt()).isEqualTo(Instant.parse("2026-11-24T21:00:00Z"));
  }

  @Test
  void anotherTimeIsAskedForUntilItIsThere() {
    var read = priya.post("/promises/sentence", "words", WORDS, "when", "other", "due", "");

    assertThat(sentence(read.body())).contains("about the quote By when?");
    assertThat(read.body()).containsPattern("value=\"other\" checked");
  }

  @Test
  void whatIsNotSaidIsAskedAndNeverMadeUp() {
    kept.shop.customer("Rosa Klein", "klein@example.com");

    var which = refused("call Rosa soon");
    assertThat(which)
        .contains("There are two. Which one is it?", "“soon” is no time yet. By when?")
        .contains("Which Rosa?", "Rosa Klein</option>", "Rosa Delgado</option>", "By when?")
        .contains("value=\"call Rosa soon\"");
    assertThat(refused("call Rosa Klein on 31 February"))
        .contains("“on 31 February” is not ahead of us. By when?");
    assertThat(refused("call Bob by 4")).contains("Say whom you promise it to.", "whom?");
    assertThat(refused("by 4")).contains("Say what you are promising.", "do what?");
    assertThat(refused("call Rosa Klein " + "again and ".repeat(40) + "by 4"))
        .contains("Say it in fewer words: what will we do?");
    assertThat(refused("call Rosa Klein ".repeat(140)))
        .contains("That is too long for one promise.");
    assertThat(kept.rooms.board.open(Slice.ALL, 9)).isEmpty();
  }

  @Test
  void saysThatTheShopIsClosedThen() {
    assertThat(sentence(priya
            .post("/promises/sentence", "words", "call Rosa on Sunday at 3")
            .body()))
        .contains("by Sun 3:00 pm", "The shop is closed then.");
    assertThat(sentence(
            priya.post("/promises/sentence", "words", "call Rosa today").body()))
        .contains("today by 6:00 pm")
        .doesNotContain("closed");
  }

  @Test
  void whoeverThePageIsAboutIsKnown() {
    kept.shop.customer("Rosa Klein", "klein@example.com");

    assertThat(priya.get("/people/" + rosa.id()).body())
        .contains("/promises?to=" + rosa.id() + "#add");
    assertThat(sentence(priya.get("/promises?to=" + rosa.id()).body()))
        .startsWith("Reads as You will do what? for Rosa Delgado By when?");
    var person = "person:" + rosa.id();
    var read =
        priya.post("/promises/sentence", "words", "call Rosa back by 4", "conversation", person);
    assertThat(sentence(read.body()))
        .startsWith("Reads as You will call Rosa Delgado back today by 4:00 pm");
    assertThat(read.body()).contains("Rosa Klein</option>");
  }

  @Test
  void somebodyNewIsNamedByTheirAddress() {
    var words = "send the form to ana@example.com by noon";

    var made = priya.post("/promises", "words", words, "read", words);

    assertThat(made.statusCode()).isEqualTo(303);
    assertThat(only().customerName()).isEqualTo("ana@example.com");
  }

  @Test
  void markupIsWords() {
    var words = "call Rosa <script>alert(1)</script> by 4";

    assertThat(priya.post("/promises/sentence", "words", words).body())
        .doesNotContain("<script")
        .contains("&lt;script>");
  }

  @Test
  void findOrDoLeadsToTheFieldFilledIn() {
    var found = priya.get("/find?q=promise+rosa+quote+by+4").body();

    assertThat(found).contains("Promise: rosa quote by 4", "/promises?words=rosa+quote+by+4#add");
    assertThat(sentence(priya.get("/promises?words=rosa+quote+by+4").body()))
        .startsWith("Reads as You promise Rosa Delgado quote today by 4:00 pm");
    assertThat(kept.as(kept.shop.tomas).get("/find?q=promise+rosa").body())
        .doesNotContain("Promise: rosa");
  }

  @Test
  void nobodyButTheTeamReadsSentences() {
    assertThat(
            kept.as(kept.shop.tomas).post("/promises/sentence", "words", WORDS).statusCode())
        .isEqualTo(403);
  }

  private String refused(String words) {
    var answer = priya.post("/promises", "words", words, "read", words);
    assertThat(answer.statusCode()).as(words).isEqualTo(422);
    return answer.body();
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
