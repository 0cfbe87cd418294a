package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.Direction;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import kept.conversations.Message;
import kept.conversations.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The composer through the real web edge, by a browser without scripts.
class ReplyingEdgeTest {
  private static final TestKept kept = new TestKept();

  private final Conversation tv = kept.shop.crackedTv();
  private final TestBrowser priya = kept.as(kept.shop.priya);

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void sendsWordsPromiseAndRecapTogether() {
    var answer = send(
        priya.get("/c/" + tv.id()).body(),
        "words",
        "Hi Chuck, we swap it today.",
        "recap",
        "on",
        "understood",
        "The 42 inch came cracked.",
        "promise_what",
        "Swap the cracked TV",
        "promise_kind",
        "replacement",
        "promise_when",
        "2026-11-24T17:00",
        "promise_keeper",
        kept.shop.tomas.toString());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(TestBrowser.leadsTo(answer)).startsWith("/c/" + tv.id());
    var promise = kept.rooms.promises.in(List.of(tv.id())).getFirst();
    assertThat(promise.what()).isEqualTo("Swap the cracked TV");
    assertThat(promise.keeper()).isEqualTo(kept.shop.tomas);
    assertThat(promise.madeBy()).isEqualTo(kept.shop.priya);
    var letter = ours().getFirst();
    assertThat(letter.words())
        .startsWith("Hi Chuck, we swap it today.\n\nWhat we understood: The 42 inch came cracked.")
        .contains("Swap the cracked TV, by 5:00 pm. Tomás is on it.");
    assertThat(kept.rooms.recaps.in(letter)).isPresent();
  }

  @Test
  void writesNothingAtAllWhenThePromiseCannotBeMade() {
    var answer = send(
        priya.get("/c/" + tv.id()).body(),
        "words",
        "We swap it <b>today</b>.",
        "promise_what",
        "Swap the cracked TV",
        "promise_when",
        "2026-11-24T07:00");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("7:00 am has passed. Pick a time ahead.")
        .contains("We swap it &lt;b&gt;today&lt;/b&gt;.");
    assertThat(ours()).isEmpty();
    assertThat(kept.rooms.promises.in(List.of(tv.id()))).isEmpty();
  }

  @Test
  void aSecondClickSendsNothing() {
    var page = priya.get("/c/" + tv.id()).body();

    var first = send(page, "words", "On its way.");
    var second = send(page, "words", "On its way.");

    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(second.statusCode()).isEqualTo(303);
    assertThat(ours()).hasSize(1);
  }

  @Test
  void otherWordsOnAPageThatWasSentAreKeptAndSentWhenMeant() {
    var page = priya.get("/c/" + tv.id()).body();
    send(page, "words", "We swap it today.");

    var stopped = send(page, "words", "And the remote comes with it.");
    var sent = send(stopped.body(), "words", "And the remote comes with it.");

    assertThat(stopped.statusCode()).isEqualTo(422);
    assertThat(stopped.body()).contains("This page was sent already", "And the remote comes");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(ours())
        .extracting(Message::words)
        .containsExactly("We swap it today.", "And the remote comes with it.");
  }

  @Test
  void stopsOnceWhenTheyWroteInTheMeantime() {
    var page = priya.get("/c/" + tv.id()).body();
    kept.clock.advance(Duration.ofMinutes(1));
    kept.rooms.messages.receive(
        tv.id(),
        Incoming.of(Channel.EMAIL, kept.clock.instant(), Draft.of("Never mind, Friday is fine.")));

    var stopped = send(page, "words", "We come today.");
    var sent = send(stopped.body(), "words", "Friday then.");

    assertThat(stopped.statusCode()).isEqualTo(422);
    assertThat(stopped.body())
        .contains("Chuck wrote while you were typing. Read it first.")
        .contains("We come today.")
        .contains("Never mind, Friday is fine.");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(ours()).extracting(Message::words).containsExactly("Friday then.");
  }

  @Test
  void asksIfItIsSortedInTheShopsWordsWhenNothingWasTyped() {
    var answer = send(priya.get("/c/" + tv.id()).body(), "words", "", "then", "ask");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(ours().getFirst().words()).startsWith("Chuck, is it all sorted?");
    assertThat(kept.rooms.conversations.get(tv.id()).state()).isEqualTo(State.WAITING);
  }

  @Test
  void asksOnceUntilSomethingIsSaidOrADayIsOver() {
    var start = kept.clock.instant();
    priya.post("/c/" + tv.id() + "/question");
    priya.post("/c/" + tv.id() + "/question");
    assertThat(ours()).hasSize(1);

    var again = send(priya.get("/c/" + tv.id()).body(), "words", "Well?", "then", "ask");
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("They were asked already", "Well?");

    kept.clock.advance(Duration.ofMinutes(1));
    send(priya.get("/c/" + tv.id()).body(), "words", "The new one is in.");
    priya.post("/c/" + tv.id() + "/question");
    assertThat(ours()).hasSize(3);

    kept.clock.advance(Duration.ofDays(1));
    priya.post("/c/" + tv.id() + "/question");
    kept.clock.set(start);
    assertThat(ours()).hasSize(4);
  }

  @Test
  void twoWhoAskAtOnceAskOnce() {
    var edie = kept.as(kept.shop.edie);
    var both = Stream.of(priya, edie)
        .map(one -> CompletableFuture.supplyAsync(() -> one.post("/c/" + tv.id() + "/question")))
        .toList();

    assertThat(both).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(303));
    assertThat(ours()).hasSize(1);
  }

  @Test
  void aNoteStaysInTheHouse() {
    var page = priya.get("/c/" + tv.id()).body();
    send(page, "words", "He has family coming.", "channel", "note");

    var said = kept.rooms.messages.in(tv.id(), 10).getLast();

    assertThat(said.direction()).isEqualTo(Direction.NOTE);
    assertThat(kept.rooms.deliveries.statesAbout(List.of(said.id().value()))).isEmpty();
    assertThat(priya.get("/c/" + tv.id()).body())
        .contains("He has family coming.")
        .contains("Only the team sees this");
  }

  @Test
  void handsOverWithAWord() {
    priya.post(
        "/c/" + tv.id() + "/hand-over",
        "agent",
        kept.shop.edie.toString(),
        "words",
        "He wants it before school.");

    assertThat(kept.rooms.conversations.get(tv.id()).agent()).isEqualTo(kept.shop.edie);
    assertThat(priya.get("/c/" + tv.id()).body())
        .contains("with Edie")
        .contains("has it now, from Priya")
        .contains("He wants it before school.");
  }

  @Test
  void isNotHandedToAHelperWhoMayNotOpenIt() {
    var before = kept.rooms.conversations.get(tv.id()).agent();

    var refused = priya.post(
        "/c/" + tv.id() + "/hand-over", "agent", kept.shop.tomas.toString(), "words", "For you.");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("A helper sees promises but no conversations.");
    assertThat(kept.rooms.conversations.get(tv.id()).agent()).isEqualTo(before);
  }

  @Test
  void aRefusedLetterIsSentAgainOrToAnotherAddress() {
    send(priya.get("/c/" + tv.id()).body(), "words", "We swap it today.");
    var letter = ours().getFirst();
    refuse(letter);
    var customer = kept.rooms.conversations.get(tv.id()).customer();
    priya.post("/people/" + customer + "/identities", "kind", "email", "value", "al@example.com");

    var page = priya.get("/c/" + tv.id()).body();
    assertThat(page).contains("Their server said:", "550 no such mailbox", "Try again");
    var instead = Pattern.compile("action=\"([^\"]*/sending\\?to=[^\"]+)\"").matcher(page);
    assertThat(instead.find()).isTrue();

    assertThat(priya.post(instead.group(1)).statusCode()).isEqualTo(303);
    assertThat(addressOf(letter)).isIn("chuck@example.com", "al@example.com");
    assertThat(priya.get("/c/" + tv.id()).body())
        .contains("On its way")
        .doesNotContain("Try again");
    assertThat(priya
            .post("/c/" + tv.id() + "/messages/" + letter.id() + "/sending")
            .statusCode())
        .isEqualTo(422);

    refuse(letter);
    assertThat(priya
            .post("/c/" + tv.id() + "/messages/" + letter.id() + "/sending")
            .statusCode())
        .isEqualTo(303);
  }

  @Test
  void callsAMatterByAnotherNameAndStopsItsLinks() {
    assertThat(priya.get("/c/" + tv.id()).body())
        .contains("action=\"/c/" + tv.id() + "/matter\"", "Stop every link we sent");

    priya.post("/c/" + tv.id() + "/matter", "matter", "Cracked 42-inch TV");
    assertThat(priya.get("/c/" + tv.id()).body()).contains("<h1 class=\"clip\">Cracked 42-inch TV");
    assertThat(priya.post("/c/" + tv.id() + "/links/revoking").statusCode()).isEqualTo(303);
  }

  private static void refuse(Message letter) {
    kept.rooms.database.useTransaction(tx -> tx.createUpdate("""
            update delivery
               set refused_at = :now, next_try_at = null, tries = 1, server_words = '550 no such mailbox'
             where about = :letter and refused_at is null
            """)
        .bind("now", kept.clock.instant())
        .bind("letter", letter.id())
        .execute());
  }

  private static String addressOf(Message letter) {
    return kept.rooms.database.read(tx -> tx.createQuery(
            "select address from delivery where about = :letter order by created_at desc, id desc limit 1")
        .bind("letter", letter.id())
        .mapTo(String.class)
        .one());
  }

  private List<Message> ours() {
    return kept.rooms.messages.in(tv.id(), 100).stream()
        .filter(message -> message.direction() == Direction.OUTBOUND)
        .toList();
  }

  /// Sends the form of a page as a browser would: its hidden fields, then what was typed.
  private HttpResponse<String> send(String page, String... typed) {
    var fields = new java.util.ArrayList<String>(
        List.of("seen", hidden(page, "seen"), "key", hidden(page, "key")));
    fields.addAll(List.of(typed));
    return priya.post("/c/" + tv.id() + "/messages", fields.toArray(String[]::new));
  }

  private static String hidden(String page, String name) {
    var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(field.find()).as("the form has a field " + name).isTrue();
    return field.group(1);
  }
}
