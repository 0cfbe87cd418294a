package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.Which;
import kept.customers.Customer;
import kept.promises.Kind;
import kept.promises.Promise;
import kept.promises.Slice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// In which matter a promise by hand stands, and what is worked out again once it is put right. It
/// is Tuesday, nine in the morning.
class PlainWordsMatterEdgeTest {
  private static final String WORDS = "call Rosa about the quote by 4";

  private final TestKept kept = new TestKept();
  private final Customer rosa = kept.shop.customer("Rosa Delgado", "rosa@example.com");
  private final TestBrowser priya = kept.as(kept.shop.priya);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void withNothingOpenANewMatterIsOpenedAndToldBefore() {
    assertThat(read(WORDS)).contains("as a new matter");

    priya.post("/promises", "words", WORDS, "read", WORDS);

    assertThat(about(only())).isEqualTo("Call Rosa about the quote");
  }

  @Test
  void theOnlyOpenMatterIsNamedBefore() {
    var fridge = matter("Fridge quote");

    assertThat(read(WORDS)).contains("about “Fridge quote”", "Something new</option>");
    priya.post("/promises", "words", WORDS, "read", WORDS);

    assertThat(only().conversation()).isEqualTo(fridge.id());
  }

  @Test
  void ofSeveralOpenMattersOneIsChosen() {
    var fridge = matter("Fridge quote");
    matter("Cracked TV");

    var asked = refused();
    var made = sent("matter", fridge.id().toString());

    assertThat(asked)
        .contains("Two matters of theirs are open. Which one is it about?", "About which matter?")
        .contains("Fridge quote</option>", "Cracked TV</option>", "Something new</option>");
    assertThat(TestBrowser.leadsTo(made)).endsWith("?said=made");
    assertThat(only().conversation()).isEqualTo(fridge.id());
  }

  @Test
  void somethingNewMayBePromisedBesideWhatIsOpen() {
    matter("Fridge quote");

    sent("matter", "new");

    assertThat(about(only())).isEqualTo("Call Rosa about the quote");
  }

  @Test
  void aMatterThatTheyCalledSortedTakesNoPromise() {
    var fridge = matter("Fridge quote");
    confirm(fridge);

    sent("conversation", fridge.id().toString());

    assertThat(about(only())).isEqualTo("Call Rosa about the quote");
    assertThat(only().customer()).isEqualTo(rosa.id());
  }

  @Test
  void aMatterThatWasSortedMeanwhileIsNotReplacedUnseen() {
    var fridge = matter("Fridge quote");
    var shown = priya
        .post("/promises/sentence", "words", WORDS)
        .body()
        .replaceAll("(?s).*name=\"shown\" value=\"([^\"]+)\".*", "$1");
    confirm(fridge);
    matter("Cracked TV");

    assertThat(refused("shown", shown)).contains("Read it again: it changed meanwhile.");
    assertThat(refused("matter", fridge.id().toString()))
        .contains("That matter is no longer open. Which one is it about?");
    assertThat(kept.rooms.board.open(Slice.ALL, 9)).isEmpty();
  }

  @Test
  void otherWordsForWhatIsDoneAreOfTheirOwnKind() {
    sent("what", "Refund her the deposit", "what_read", "Call Rosa about the quote");

    assertThat(only().kind()).isEqualTo(Kind.REFUND);
  }

  @Test
  void aDateThatMayBeTwoIsAskedFor() {
    var words = "call Rosa by 12/1";
    var asked = priya.post("/promises", "words", words, "read", words);

    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body())
        .contains("“by 12/1” may be Dec 1 or Jan 12, 2027. Which day is it?", "Which day?")
        .contains("value=\"2026-12-01T18:00\"", "value=\"2027-01-12T18:00\"");

    priya.post("/promises", "words", words, "read", words, "when", "2027-01-12T18:00");
    assertThat(only().dueAt()).hasToString("2027-01-12T23:00:00Z");
  }

  @Test
  void whatIsOverIsSaidToBe() {
    for (var words : List.of("call Rosa by yesterday", "call Rosa two days ago"))
      assertThat(priya.post("/promises", "words", words, "read", words).body())
          .contains("is not ahead of us. By when?");
  }

  private Conversation matter(String words) {
    return kept.rooms.conversations.open(kept.shop.priya, rosa.id(), words, Channel.EMAIL);
  }

  private void confirm(Conversation conversation) {
    kept.rooms.confirmations.sorted(conversation.id(), "");
    assertThat(kept.rooms.conversations.list(Which.OPEN, null, 9)).isEmpty();
  }

  private String read(String words) {
    return priya.post("/promises/sentence", "words", words).body();
  }

  private java.net.http.HttpResponse<String> sent(String... parts) {
    var all = Stream.concat(Stream.of("words", WORDS, "read", WORDS), Stream.of(parts));
    return priya.post("/promises", all.toArray(String[]::new));
  }

  private String refused(String... parts) {
    var answer = sent(parts);
    assertThat(answer.statusCode()).isEqualTo(422);
    return answer.body();
  }

  private String about(Promise promise) {
    return kept.rooms.conversations.get(promise.conversation()).matter();
  }

  private Promise only() {
    assertThat(kept.rooms.board.open(Slice.ALL, 9)).hasSize(1);
    return kept.rooms.board.open(Slice.ALL, 9).getFirst().promise();
  }
}
