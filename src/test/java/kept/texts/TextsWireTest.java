package kept.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import kept.TestKept;
import kept.conversations.Channel;
import kept.conversations.Direction;
import kept.conversations.Message;
import kept.conversations.Which;
import kept.customers.IdentityKind;
import kept.platform.Deliveries;
import kept.platform.DeliveryState;
import kept.platform.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Texts in and out, with a provider on this machine that behaves as Twilio does.
class TextsWireTest {
  private static final String CHUCK = "+14155550142";

  private final TwilioPeer twilio = new TwilioPeer();
  private final TestKept kept = new TestKept();

  @BeforeEach
  void setUp() {
    kept.rooms.shopTexts.set(kept.shop.dana, twilio.account(), TwilioPeer.TOKEN);
  }

  @AfterEach
  void close() {
    kept.close();
    twilio.close();
  }

  @Test
  void aTextIsOnTheTimelineAndWaitsForAPerson() throws Exception {
    var answer = brings("SM1", "Is my TV there yet?");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<Response/>");
    var message = messages(1).getFirst();
    assertThat(message.channel()).isEqualTo(Channel.TEXT);
    assertThat(message.direction()).isEqualTo(Direction.INBOUND);
    assertThat(message.words()).isEqualTo("Is my TV there yet?");
    var matter = kept.rooms.conversations.get(message.conversation());
    assertThat(matter.matter()).isEqualTo("Is my TV there yet?");
    assertThat(matter.waitingSince()).isNotNull();
    assertThat(kept.rooms.customers.knowledgeOf(matter.customer()).last(IdentityKind.PHONE))
        .hasValueSatisfying(phone -> assertThat(phone.value()).isEqualTo(CHUCK));
  }

  @Test
  void broughtTwiceItIsThereOnce() throws Exception {
    brings("SM1", "Is my TV there yet?");
    brings("SM1", "Is my TV there yet?");
    brings("SM2", "Hello?");

    assertThat(messages(2))
        .extracting(Message::words)
        .containsExactly("Is my TV there yet?", "Hello?");
  }

  @Test
  void whatTwilioDidNotSignIsTurnedAway() throws Exception {
    var at = kept.at(TwilioDoor.IN);
    var forged = twilio.calls(at, "another token", Map.of("MessageSid", "SM1", "From", CHUCK));
    var bare = kept.stranger().post(TwilioDoor.IN, "MessageSid", "SM1", "From", CHUCK);
    kept.rooms.shopTexts.remove(kept.shop.dana);
    var orphan = twilio.brings(at, "SM1", CHUCK, "Hello?");

    assertThat(List.of(forged.statusCode(), bare.statusCode(), orphan.statusCode()))
        .containsOnly(403);
    assertThat(kept.rooms.customers.search("555", 5)).isEmpty();
  }

  @Test
  void aTextOfOursLeavesAndItsReportsAreToldAsTheyAre() throws Exception {
    var about = queue("Your TV is here.");
    var text = twilio.next();
    assertThat(text)
        .containsEntry("From", TwilioPeer.OURS)
        .containsEntry("To", CHUCK)
        .containsEntry("Body", "Your TV is here.");
    waits("it is sent", () -> state(about).stage() == DeliveryState.Stage.SENT);

    assertThat(twilio.reports(text, "delivered", "").statusCode()).isEqualTo(204);
    twilio.reports(text, "sent", "");

    assertThat(state(about).serverWords()).isEqualTo("Delivered");
    assertThat(kept.rooms.shopTexts.find().orElseThrow().sentAt()).isNotNull();
  }

  /// The token and what we say to somebody would go there too.
  @Test
  void nobodyIsFollowedElsewhere() throws Exception {
    twilio.answers(new TwilioPeer.Answer(307, ""), new TwilioPeer.Answer(302, ""));
    var about = queue("Your TV is here.");

    waits("it is refused", () -> state(about).failed());

    assertThat(twilio.asked()).isEqualTo(1);
    assertThat(twilio.isQuiet()).isTrue();
  }

  @Test
  void oneThatDoesNotArriveComesBackInPlainWords() throws Exception {
    var about = queue("Your TV is here.");
    var text = twilio.next();
    waits("it is sent", () -> state(about).stage() == DeliveryState.Stage.SENT);

    twilio.reports(text, "undelivered", "30006");

    assertThat(state(about).stage()).isEqualTo(DeliveryState.Stage.BOUNCED);
    assertThat(state(about).serverWords()).contains("it may be a landline");
  }

  @Test
  void whoeverSaysStopGetsNothingMoreUntilTheySayStart() throws Exception {
    brings("SM1", " Stop. ");
    messages(1);
    var silent = queue("Your TV is here.");
    waits("it is refused", () -> state(silent).failed());

    assertThat(state(silent).serverWords()).contains("asked for no more texts");
    assertThat(twilio.asked()).isZero();

    brings("SM2", "START");
    messages(2);
    queue("Your TV is here.");
    assertThat(twilio.next()).containsEntry("To", CHUCK);
  }

  @Test
  void nobodyWaitsBehindAStop() throws Exception {
    brings("SM1", "STOP");

    var matter = messages(1).getFirst().conversation();
    assertThat(kept.rooms.conversations.get(matter).waitingSince()).isNull();
  }

  @Test
  void helpSaysWhoWeAre() throws Exception {
    brings("SM1", "help");

    assertThat(twilio.next().get("Body")).startsWith("Marlow & Daughter.").contains("STOP");
  }

  @Test
  void whatTwilioRefusesIsSaidInPlainWords() throws Exception {
    twilio.answers(TwilioPeer.Answer.error(400, 21211, "Invalid 'To' Phone Number"));
    var about = queue("Your TV is here.");
    waits("it is refused", () -> state(about).failed());

    assertThat(state(about).serverWords()).isEqualTo("That is not a number.");
  }

  @Test
  void whoeverStoppedAtTwilioIsRememberedHere() throws Exception {
    twilio.answers(
        TwilioPeer.Answer.error(400, 21610, "Attempt to send to unsubscribed recipient"));
    var about = queue("Your TV is here.");
    waits("it is refused", () -> state(about).failed());

    assertThat(new TextStops(kept.shop.database).has(CHUCK)).isTrue();
  }

  @Test
  void aProviderThatIsDeadAndBackGetsItOnce() throws Exception {
    twilio.answers(
        new TwilioPeer.Answer(503, "upstream down"),
        TwilioPeer.Answer.error(429, 20429, "Too Many Requests"));
    var about = queue("Your TV is here.");
    waits("it was tried", () -> twilio.asked() == 1 && state(about).serverWords() != null);
    assertThat(kept.rooms.shopTexts.find().orElseThrow().trouble()).contains("busy or broken");
    clockOn(Duration.ofSeconds(6));
    waits("it was tried again", () -> twilio.asked() == 2 && state(about).serverWords() != null);
    clockOn(Duration.ofSeconds(21));

    assertThat(twilio.next()).containsEntry("Body", "Your TV is here.");
    waits("it is sent", () -> state(about).stage() == DeliveryState.Stage.SENT);
    assertThat(twilio.isQuiet()).isTrue();
    assertThat(kept.rooms.shopTexts.find().orElseThrow().trouble()).isNull();
  }

  @Test
  void aWrongTokenIsTheOwnersTroubleAndTheTextWaits() throws Exception {
    kept.rooms.shopTexts.set(kept.shop.dana, twilio.account(), "a wrong one");
    var about = queue("Your TV is here.");
    waits("it was tried", () -> state(about).serverWords() != null);
    assertThat(kept.rooms.shopTexts.find().orElseThrow().trouble()).contains("token");

    kept.rooms.shopTexts.set(kept.shop.dana, twilio.account(), TwilioPeer.TOKEN);
    clockOn(Duration.ofMinutes(2));

    assertThat(twilio.next()).containsEntry("To", CHUCK);
  }

  @Test
  void aTextThatTwilioReportedDoesNotGoTwice() throws Exception {
    var about = queue("Your TV is here.");
    var text = twilio.next();
    waits("it is sent", () -> state(about).stage() == DeliveryState.Stage.SENT);
    twilio.reports(text, "sent", "");
    kept.shop.database.useTransaction(tx -> tx.execute(
        "update delivery set sent_at = null, server_words = null, next_try_at = created_at"));
    kept.rooms.deliveries.wake();

    waits("it is sent", () -> state(about).stage() == DeliveryState.Stage.SENT);
    assertThat(twilio.asked()).isEqualTo(1);
    assertThat(state(about).serverWords()).isEqualTo("Sent, not delivered yet");
  }

  @Test
  void whatCameTooLateOrTooLongDoesNotGo() throws Exception {
    var late = Id.fresh();
    var body = Map.of(
        "words",
        "We ring you by 9.",
        "until",
        kept.clock.in(Duration.ofHours(-1)).toString());
    kept.shop.database.useTransaction(
        tx -> kept.rooms.deliveries.queue(Deliveries.TEXT, CHUCK, late, body));
    var book = queue("word ".repeat(200));
    waits("both are refused", () -> state(late).failed() && state(book).failed());

    assertThat(twilio.asked()).isZero();
  }

  @Test
  void theTokenIsSealedAndGoesNowhereElse() {
    var stored = kept.shop.database.read(tx ->
        tx.createQuery("select token from text_account").mapTo(byte[].class).one());
    assertThat(new String(stored, java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain(TwilioPeer.TOKEN);

    var elsewhere =
        TextAccount.of("https://texts.example.com", TwilioPeer.ACCOUNT, TwilioPeer.OURS);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> kept.rooms.shopTexts.set(kept.shop.dana, elsewhere, null))
        .hasMessageContaining("auth token");
    var open = TextAccount.of("http://texts.example.com", TwilioPeer.ACCOUNT, TwilioPeer.OURS);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> kept.rooms.shopTexts.set(kept.shop.dana, open, "token"))
        .hasMessageContaining("https://");
  }

  private java.net.http.HttpResponse<String> brings(String sid, String words) {
    return twilio.brings(kept.at(TwilioDoor.IN), sid, CHUCK, words);
  }

  private UUID queue(String words) {
    var about = Id.fresh();
    kept.shop.database.useTransaction(
        tx -> kept.rooms.deliveries.queue(Deliveries.TEXT, CHUCK, about, Map.of("words", words)));
    return about;
  }

  private DeliveryState state(UUID about) {
    return kept.rooms.deliveries.statesAbout(List.of(about)).get(about);
  }

  private void clockOn(Duration span) {
    kept.clock.advance(span);
    kept.kept().clockMoved();
  }

  private List<Message> messages(int many) throws InterruptedException {
    waits(many + " texts are filed", () -> all().size() == many);
    return all();
  }

  private List<Message> all() {
    return kept.rooms.customers.search("555", 5).stream()
        .flatMap(
            customer -> kept.rooms.conversations.list(Which.of(customer.id()), null, 5).stream())
        .flatMap(row -> kept.rooms.messages.in(row.conversation().id(), 50).stream())
        .toList();
  }

  private static void waits(String what, Supplier<Boolean> fact) throws InterruptedException {
    var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!fact.get()) {
      assertThat(System.nanoTime()).as("waited in vain: %s", what).isLessThan(until);
      Thread.sleep(20);
    }
  }
}
