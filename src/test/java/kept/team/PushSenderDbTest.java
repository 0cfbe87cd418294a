package kept.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kept.platform.Deliveries;
import kept.platform.Delivery;
import kept.platform.DeliveryState;
import kept.platform.DeliveryState.Stage;
import kept.platform.Json;
import kept.platform.Outgoing;
import kept.platform.Sender;
import kept.platform.push.PushLine;
import kept.platform.push.PushService;
import kept.platform.push.PushService.Answer;
import kept.platform.push.VapidKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A note from the transaction that wants it to the browser that reads it, over a push service that
/// is real but for its size.
class PushSenderDbTest {
  private static final UUID ABOUT = kept.platform.Id.fresh();
  private static final PushNote NOTE = PushNote.of(
          "40 min left: Quote for Rosa", "Due 2:45 pm.", "/promises/1", "promise-1")
      .with(PushNote.Action.sends("Kept", "/promises/1/keeping", ""))
      .with(PushNote.Action.sends("Take it", "/promises/1/keeper", "keeper=me"))
      .with(PushNote.Action.opens("Call", "/promises/1/call"))
      .counting(2);

  private final Marlow marlow = new Marlow();
  private final PushService service = new PushService();
  private final PushSubscriptions subscriptions =
      new PushSubscriptions(marlow.database, marlow.events, PushService.reach(), marlow.clock);
  private final Deliveries deliveries =
      new Deliveries(marlow.database, marlow.events, marlow.clock);
  private final Pushes pushes =
      new Pushes(marlow.database, subscriptions, deliveries, marlow.clock);
  private final VapidKeys keys = new VapidKeys(marlow.database, marlow.secrets, marlow.clock);
  private final PushLine line =
      new PushLine(keys::get, () -> "mailto:dana@example.com", PushService.reach(), marlow.clock);
  private final Agent priya = marlow.joins("Priya Nair", Role.AGENT);
  private final PushSubscription phone = subscribe("phone");

  @BeforeEach
  void wire() {
    deliveries.wire(new PushSender(subscriptions, line, marlow.clock));
  }

  @AfterEach
  void close() {
    deliveries.close();
    line.close();
    service.close();
    marlow.close();
  }

  @Test
  void reachesEveryBrowserOfTheirs() {
    subscribe("tablet");

    assertThat(push(priya, NOTE)).hasSize(2);
    deliveries.sendWhatIsDue();

    assertThat(service.waiting()).isEqualTo(2);
    var said = Json.read(service.next().words());
    assertThat(said.get("title").asString()).isEqualTo("40 min left: Quote for Rosa");
    assertThat(said.get("count").asInt()).isEqualTo(2);
    assertThat(said.get("repeat").asBoolean()).isFalse();
    assertThat(said.get("actions").get(1).get("form").asString()).isEqualTo("keeper=me");
    assertThat(said.get("shown").asString()).startsWith("/settings/you/devices/");
    assertThat(state().stage()).isEqualTo(Stage.SENT);
    assertThat(subscriptions.of(priya.id()))
        .allSatisfy(each -> assertThat(each.sentAt()).isEqualTo(marlow.clock.instant()));
  }

  @Test
  void whoTakesNoAlarmsGetsNone() {
    var edie = marlow.joins("Edie Moss", Role.AGENT);

    assertThat(push(edie, NOTE)).isEmpty();
  }

  @Test
  void nothingGoesOutOfATransactionThatFailed() {
    assertThatThrownBy(() -> marlow.database.useTransaction(tx -> {
          push(priya, NOTE);
          throw new IllegalStateException("no");
        }))
        .hasMessage("no");

    deliveries.sendWhatIsDue();
    assertThat(service.waiting()).isZero();
  }

  @Test
  void aBrowserThatLeftTakesNoMore() {
    service.answers(Answer.of(410));
    push(priya, NOTE);

    deliveries.sendWhatIsDue();

    assertThat(state().stage()).isEqualTo(Stage.REFUSED);
    assertThat(subscriptions.of(priya.id())).isEmpty();
    assertThat(marlow.logOf(priya.id())).contains("push_unsubscribed");
  }

  @Test
  void isTriedAgainNoSoonerThanTheServiceAsked() {
    service.answers(new Answer(429, "slow down", Map.of("Retry-After", "120")), Answer.of(500));
    push(priya, NOTE);

    deliveries.sendWhatIsDue();
    assertThat(state().stage()).isEqualTo(Stage.QUEUED);
    assertThat(state().serverWords()).isEqualTo("429 slow down");
    marlow.clock.advance(Duration.ofSeconds(119));
    deliveries.sendWhatIsDue();
    assertThat(state().tries()).isEqualTo(1);

    marlow.clock.advance(Duration.ofSeconds(1));
    var next = deliveries.sendWhatIsDue();
    assertThat(state().serverWords()).isEqualTo("500");
    assertThat(next).isEqualTo(marlow.clock.in(Duration.ofSeconds(20)));

    marlow.clock.advance(Duration.ofSeconds(20));
    deliveries.sendWhatIsDue();
    assertThat(state().stage()).isEqualTo(Stage.SENT);
    assertThat(service.waiting()).isEqualTo(1);
  }

  @Test
  void whatIsOfNoUseAnyMoreIsNotSent() {
    push(priya, NOTE.lasting(Duration.ofMinutes(10)));

    marlow.clock.advance(Duration.ofMinutes(10));
    deliveries.sendWhatIsDue();

    assertThat(service.waiting()).isZero();
    assertThat(state().serverWords()).isEqualTo("It could not be sent in time.");
  }

  @Test
  void whoSignedOutHearsNothing() {
    push(priya, NOTE);
    marlow.sessions.endAllOf(priya.id());

    deliveries.sendWhatIsDue();

    assertThat(service.waiting()).isZero();
    assertThat(state().stage()).isEqualTo(Stage.REFUSED);
  }

  @Test
  void aRepeatSaysThatItIsOne() throws Exception {
    var sender = new PushSender(subscriptions, line, marlow.clock);
    var body = Json.read(Json.write(new Pushes.Queued(NOTE, marlow.clock.in(Duration.ofHours(1)))));
    var repeat = new Delivery(
        kept.platform.DeliveryId.next(), "push", phone.id().toString(), ABOUT, body, 2, true);

    assertThat(sender.send(repeat)).isInstanceOf(Sender.Outcome.Sent.class);

    assertThat(Json.read(service.next().words()).get("repeat").asBoolean()).isTrue();
  }

  @Test
  void aSlowServiceKeepsNoLetterWaiting() throws InterruptedException {
    var letters = new LinkedBlockingQueue<Delivery>();
    deliveries.wire(new Letters(letters));
    service.isSlow(Duration.ofSeconds(3));
    push(priya, NOTE);
    deliveries.start();
    marlow.database.useTransaction(tx ->
        deliveries.queue(Deliveries.LETTER, "dana@example.com", ABOUT, Map.of("subject", "Hello")));
    deliveries.wake();

    assertThat(letters.poll(2, TimeUnit.SECONDS)).isNotNull();
    assertThat(service.waiting()).isZero();
    assertThat(service.next().words()).contains("Quote for Rosa");
  }

  @Test
  void aLongNoteLosesItsButtonsBeforeItsWords() {
    var endless = "ä".repeat(4000);
    var note = PushNote.of(endless, endless, "/promises/1", "p")
        .with(PushNote.Action.sends("Kept", "/promises/" + "x".repeat(2500), ""));
    push(priya, note);

    deliveries.sendWhatIsDue();

    var said = Json.read(service.next().words());
    assertThat(said.get("body").asString()).startsWith("äää").endsWith("…").hasSize(500);
    assertThat(said.has("actions")).isFalse();
  }

  private record Letters(java.util.Queue<Delivery> taken) implements Sender {
    @Override
    public String kind() {
      return Deliveries.LETTER;
    }

    @Override
    public Outcome send(Delivery delivery) {
      taken.add(delivery);
      return new Outcome.Sent("taken");
    }
  }

  private List<Outgoing> push(Agent to, PushNote note) {
    return marlow.database.inTransaction(tx -> {
      var outgoing = pushes.to(to.id(), note, ABOUT, marlow.clock.instant());
      deliveries.queue(outgoing);
      return outgoing;
    });
  }

  private PushSubscription subscribe(String name) {
    var session = marlow.sessions.find(marlow.sessions.start(priya.id(), name)).orElseThrow();
    return subscriptions.add(priya.id(), session.session(), service.subscribe(name), name);
  }

  private DeliveryState state() {
    return deliveries.statesAbout(List.of(ABOUT)).get(ABOUT);
  }
}
