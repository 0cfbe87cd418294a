package kept.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Channel;
import kept.customers.Customer;
import kept.customers.Customers.Approach;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.promises.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A customer who is to be rung on another number than the one they called from.
class AskedNumberEdgeTest {
  private static final String CALLED_FROM = "+14155550118";
  private static final String OTHER = "+14155550177";

  private final TestKept kept = new TestKept();
  private final Customer marcus = kept.rooms.customers.recognise(new Approach(
      IdentityKind.PHONE,
      CALLED_FROM,
      "Marcus Webb",
      "by phone",
      VerificationLevel.RECOGNISED,
      false));
  private final Promise promise = owed();
  private final String path = "/book/" + kept.rooms.bookings.mint(promise.id(), CALLED_FROM);
  private final TestBrowser browser = kept.stranger();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void thePageSaysWhereWeRingAndTheDeskRingsThereFirst() {
    assertThat(browser.get(path).body()).contains("The number you called from.", path + "/number");

    assertThat(ask("(415) 555-0177").statusCode()).isEqualTo(303);

    assertThat(browser.get(path).body())
        .contains("We’ll ring (415) 555-0177", "The number you asked us to ring.");
    assertThat(kept.rooms.messages.in(promise.conversation(), 5).getLast().words())
        .isEqualTo("Ring me on (415) 555-0177 instead.");
    var priya = kept.as(kept.shop.priya);
    for (var page : new String[] {"/promises/" + promise.id() + "/call", calling()}) {
      var body = priya.get(page).body();
      assertThat(body.indexOf(OTHER)).as(page).isBetween(0, body.indexOf(CALLED_FROM));
    }
  }

  @Test
  void itProvesNothingAboutWhoseNumberThatIs() {
    ask(OTHER);

    assertThat(kept.rooms.customers.knowledgeOf(marcus.id()).identities())
        .extracting(identity -> identity.value())
        .containsExactly(CALLED_FROM);
    assertThat(kept.rooms.promises.get(promise.id()).dueAt()).isEqualTo(promise.dueAt());
  }

  @Test
  void theLogOfFactsHoldsNoNumber() {
    ask(OTHER);

    var facts = kept.rooms.database.read(
        tx -> tx.createQuery("select facts::text from event where kind = 'number_asked'")
            .mapTo(String.class)
            .one());
    assertThat(facts).contains(promise.id().toString()).doesNotContain("5550177");
  }

  @Test
  void whatNobodyCanRingIsRefused() {
    for (var typed : new String[] {"", "12", "911", "+1 900 555 0177"}) {
      var answer = ask(typed);
      assertThat(answer.statusCode()).as(typed).isEqualTo(422);
      assertThat(answer.body()).contains("Enter a number people can ring back.");
    }
    assertThat(kept.rooms.askedNumbers.of(promise.id())).isEmpty();
  }

  @Test
  void threeChangesADayAreTheMost() {
    for (int last = 1; last <= 3; last++) ask("+1415555017" + last);

    assertThat(ask(OTHER).statusCode()).isEqualTo(429);
    assertThat(kept.rooms.askedNumbers.of(promise.id())).contains("+14155550173");
  }

  @Test
  void oneNumberIsNotAskedForByOneLinkAfterAnother() {
    for (int i = 0; i < 3; i++) browser.post(link() + "/number", "number", OTHER);

    assertThat(browser.post(link() + "/number", "number", OTHER).statusCode()).isEqualTo(429);
  }

  @Test
  void aCallThatWasMadeHasNoNumberAnyMore() {
    kept.rooms.promises.keep(kept.shop.priya, promise.id());

    assertThat(ask(OTHER).statusCode()).isEqualTo(410);
    assertThat(browser.get("/book/nobodys-token/number").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> ask(String number) {
    return browser.post(path + "/number", "number", number);
  }

  private String link() {
    return "/book/" + kept.rooms.bookings.mint(promise.id(), CALLED_FROM);
  }

  private String calling() {
    return "/people/" + marcus.id() + "/calling";
  }

  private Promise owed() {
    var matter = kept.rooms.conversations.open(null, marcus.id(), "A call", Channel.CALL);
    return kept.rooms.promises.make(
        kept.shop.priya,
        new Commitment(
            matter.id(),
            "Ring Marcus back",
            Kind.CALLBACK,
            kept.shop.priya,
            null,
            kept.clock.in(Duration.ofMinutes(58)),
            Channel.CALL));
  }
}
