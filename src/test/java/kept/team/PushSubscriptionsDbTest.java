package kept.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import kept.platform.DeliveryId;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.push.PushAddress;
import kept.platform.push.PushReach;
import kept.platform.push.Receiver;
import kept.platform.push.VapidKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PushSubscriptionsDbTest {
  private static final String PHONE = "https://push.example.net/phone";

  private final Marlow marlow = new Marlow();
  private final PushSubscriptions subscriptions = new PushSubscriptions(
      marlow.database, marlow.events, PushReach.publicInternet(), marlow.clock);
  private final Agent dana = marlow.joins("Dana Marlow", Role.OWNER);
  private final Agent priya = marlow.joins("Priya Nair", Role.AGENT);
  private final String cookie = marlow.sessions.start(priya.id(), "Chrome on Android");
  private final SessionId session = marlow.sessions.find(cookie).orElseThrow().session();
  private final PushAddress address = Receiver.fresh().address(PHONE);

  @AfterEach
  void close() {
    marlow.close();
  }

  @Test
  void remembersWhereAlarmsGo() {
    var added = subscriptions.add(priya.id(), session, address, "Chrome on Android");

    assertThat(subscriptions.of(priya.id())).containsExactly(added);
    assertThat(added.address()).isEqualTo(address);
    assertThat(subscriptions.of(dana.id())).isEmpty();
    assertThat(marlow.logOf(priya.id()))
        .containsExactly("agent_joined", "agent_signed_in", "push_subscribed");
  }

  @Test
  void aBrowserThatComesBackIsTheSameOne() {
    var first = subscriptions.add(priya.id(), session, address, "Chrome on Android");
    var newKeys = Receiver.fresh().address(PHONE);

    var again = subscriptions.add(priya.id(), session, newKeys, "Chrome on Android");

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.address()).isEqualTo(newKeys);
    assertThat(subscriptions.of(priya.id())).hasSize(1);
    assertThat(marlow.logOf(priya.id())).containsOnlyOnce("push_subscribed");
  }

  @Test
  void onlyTheBrowserItselfMayBringItToSomebodyElse() {
    subscriptions.add(priya.id(), session, address, "The tablet");
    var danas = sessionOf(dana);

    assertThatThrownBy(() ->
            subscriptions.add(dana.id(), danas, Receiver.fresh().address(PHONE), "Somewhere else"))
        .isInstanceOf(Refusal.class);
    assertThat(subscriptions.of(priya.id())).hasSize(1);

    subscriptions.add(dana.id(), danas, address, "The tablet");
    assertThat(subscriptions.of(priya.id())).isEmpty();
    assertThat(subscriptions.of(dana.id())).hasSize(1);
  }

  @Test
  void theEleventhSendsTheLeastUsedAway() {
    var ids = IntStream.range(0, 10).mapToObj(this::another).toList();
    subscriptions.shown(priya.id(), ids.getFirst().id(), DeliveryId.next());

    var eleventh = another(10);

    assertThat(subscriptions.of(priya.id()))
        .hasSize(10)
        .extracting(PushSubscription::id)
        .contains(ids.getFirst().id(), eleventh.id())
        .doesNotContain(ids.get(1).id());
    assertThat(marlow.logOf(priya.id())).containsOnlyOnce("push_unsubscribed");
  }

  @Test
  void endsWithItsSession() {
    subscriptions.add(priya.id(), session, address, "Chrome on Android");

    marlow.sessions.end(priya.id(), session);

    assertThat(subscriptions.of(priya.id())).isEmpty();
    assertThat(marlow.logOf(priya.id())).contains("push_unsubscribed");
  }

  @Test
  void hearsNothingOnceItsSessionIsTooOld() {
    var added = subscriptions.add(priya.id(), session, address, "Chrome on Android");

    marlow.clock.advance(Sessions.LASTS);
    assertThat(subscriptions.of(priya.id())).isEmpty();
    assertThat(subscriptions.find(added.id())).isEmpty();

    marlow.clock.advance(Duration.ofDays(31));
    marlow.sessions.forgetOld();
    assertThat(rows()).isZero();
  }

  /// Nobody signed out: an alarm must not fall silent since somebody has to show who they are.
  @Test
  void goesOnWhenNinetyDaysEndedTheSession() {
    var added = subscriptions.add(priya.id(), session, address, "Chrome on Android");
    useEveryDay(cookie, 90);
    assertThat(marlow.sessions.find(cookie)).isEmpty();

    assertThat(subscriptions.of(priya.id())).containsExactly(added);
    assertThat(subscriptions.find(added.id())).contains(added);

    var arrival = new Arrival(WayIn.PASSKEY, "Chrome on Android", null);
    var again = marlow.sessions.startAfter(cookie, priya.id(), arrival);
    marlow.clock.advance(Duration.ofDays(29));
    marlow.sessions.find(again);
    marlow.clock.advance(Duration.ofDays(29));
    marlow.sessions.forgetOld();
    assertThat(subscriptions.of(priya.id()))
        .extracting(PushSubscription::id)
        .containsExactly(added.id());

    marlow.sessions.endAllOf(priya.id());
    assertThat(rows()).isZero();
  }

  @Test
  void endsAMonthAfterNinetyDaysForWhoDoesNotComeBack() {
    subscriptions.add(priya.id(), session, address, "Chrome on Android");
    useEveryDay(cookie, 90);

    marlow.clock.advance(Duration.ofDays(30));

    assertThat(subscriptions.of(priya.id())).isEmpty();
  }

  @Test
  void doesNotGoOnForSomebodyElseInTheSameBrowser() {
    subscriptions.add(priya.id(), session, address, "Chrome on Android");

    marlow.sessions.startAfter(cookie, dana.id(), new Arrival(WayIn.PASSKEY, "Chrome", null));

    assertThat(subscriptions.of(dana.id())).isEmpty();
  }

  private void useEveryDay(String token, int days) {
    for (var day = 0; day < days; day++) {
      marlow.clock.advance(Duration.ofDays(1));
      marlow.sessions.find(token);
    }
  }

  @Test
  void endsWhenItsAgentLeaves() {
    subscriptions.add(priya.id(), session, address, "Chrome on Android");

    marlow.team.leave(dana.id(), priya.id());

    assertThat(rows()).isZero();
  }

  @Test
  void isRemovedByItsAgentAndNobodyElse() {
    var added = subscriptions.add(priya.id(), session, address, "Chrome on Android");

    assertThatThrownBy(() -> subscriptions.remove(dana.id(), added.id()))
        .isInstanceOf(NotFound.class);
    subscriptions.remove(priya.id(), added.id());

    assertThat(rows()).isZero();
    assertThatThrownBy(() -> subscriptions.remove(priya.id(), added.id()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aBrowserWithANewAddressGivesTheOldOneUp() {
    subscriptions.add(priya.id(), session, address, "Chrome on Android");

    var moved = Receiver.fresh().address(PHONE + "-new");
    subscriptions.add(priya.id(), session, moved, "Chrome on Android");

    assertThat(subscriptions.of(priya.id()))
        .extracting(PushSubscription::address)
        .containsExactly(moved);
  }

  @Test
  void aBrowserSaysWhatItShowed() {
    var added = subscriptions.add(priya.id(), session, address, "Chrome on Android");
    var delivery = DeliveryId.next();

    subscriptions.shown(dana.id(), added.id(), delivery);
    assertThat(marlow.logOf(dana.id())).doesNotContain("push_shown");
    subscriptions.shown(priya.id(), added.id(), delivery);

    assertThat(subscriptions.of(priya.id()).getFirst().shownAt()).isEqualTo(marlow.clock.instant());
    assertThat(marlow
            .events
            .about(priya.id().value())
            .getLast()
            .facts()
            .get("delivery")
            .asString())
        .isEqualTo(delivery.toString());
  }

  @Test
  void addressesInsideTheHouseAreRefused() {
    var inside = Receiver.fresh().address("https://192.168.1.1/push");

    assertThatThrownBy(() -> subscriptions.add(priya.id(), session, inside, "Chrome on Android"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("public internet");
    assertThat(rows()).isZero();
  }

  @Test
  void theKeyIsMadeOnceAndAStolenDatabaseDoesNotHoldIt() {
    var first = new VapidKeys(marlow.database, marlow.secrets, marlow.clock).get();
    var again = new VapidKeys(marlow.database, marlow.secrets, marlow.clock).get();

    assertThat(again.publicKey()).isEqualTo(first.publicKey());
    var stored = marlow.database.read(tx ->
        tx.createQuery("select private_key from push_key").mapTo(byte[].class).one());
    var other = new Marlow().secrets;
    assertThatThrownBy(() -> other.unseal(stored)).isInstanceOf(IllegalStateException.class);
    assertThat(marlow.secrets.unseal(stored)).isNotEqualTo(stored);
  }

  private PushSubscription another(int number) {
    marlow.clock.advance(Duration.ofMinutes(1));
    var other = Receiver.fresh().address(PHONE + number);
    return subscriptions.add(priya.id(), sessionOf(priya), other, "Phone " + number);
  }

  private SessionId sessionOf(Agent agent) {
    return marlow
        .sessions
        .find(marlow.sessions.start(agent.id(), "A tablet"))
        .orElseThrow()
        .session();
  }

  private int rows() {
    return marlow.database.read(tx -> tx.createQuery("select count(*) from push_subscription")
        .mapTo(Integer.class)
        .one());
  }
}
