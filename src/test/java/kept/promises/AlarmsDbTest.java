package kept.promises;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kept.Config;
import kept.Rooms;
import kept.TestShop;
import kept.conversations.Conversation;
import kept.platform.Deliveries;
import kept.platform.Outgoing;
import kept.platform.SettableClock;
import kept.team.Agent;
import kept.team.AgentId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmsDbTest {
  private static final TestShop SHOP = new TestShop();
  private final Alarms alarms = SHOP.rooms.alarms;
  private Conversation crackedTv;

  @BeforeEach
  void chuckWrites() {
    alarms.fireWhatIsDue();
    SHOP.clock.set(SettableClock.TUESDAY_MORNING);
    crackedTv = SHOP.crackedTv();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @Test
  void climbsFromTheKeeperToTheOwnerAndTellsThatItBroke() {
    var promise = SHOP.promise(crackedTv, SHOP.edie, ofHours(4));
    var heard = new ArrayList<List<AgentId>>();

    for (int minutes : List.of(180, 17, 17, 16, 10)) {
      SHOP.clock.advance(ofMinutes(minutes));
      alarms.fireWhatIsDue();
      heard.add(lastTold(promise));
    }

    assertThat(heard.get(0)).containsExactly(SHOP.edie);
    assertThat(heard.get(1)).containsExactly(SHOP.priya);
    assertThat(heard.get(2)).containsExactlyInAnyOrder(SHOP.dana, SHOP.priya, SHOP.edie);
    assertThat(heard.get(3)).containsExactly(SHOP.dana);
    assertThat(heard.get(4)).containsExactlyInAnyOrder(SHOP.edie, SHOP.dana);
    assertThat(SHOP.rooms.promises.get(promise.id()).brokenAt()).isEqualTo(promise.dueAt());
  }

  @Test
  void tellsOnTheDeskAndByMail() {
    var promise = SHOP.promise(crackedTv, SHOP.edie, ofHours(4));
    SHOP.clock.advance(ofHours(3));

    alarms.fireWhatIsDue();

    assertThat(fired(promise).getFirst().told())
        .extracting(Alarm.Told::channel)
        .containsExactlyInAnyOrder("desk", "mail");
    var letters = SHOP.database.read(tx -> tx.createQuery(
            "select count(*) from delivery where kind = :kind and address = 'edie@example.com'")
        .bind("kind", Deliveries.LETTER)
        .mapTo(Integer.class)
        .one());
    assertThat(letters).isPositive();
  }

  @Test
  void firesEachStepOnce() {
    var promise = SHOP.promise(crackedTv, SHOP.edie, ofHours(4));
    SHOP.clock.advance(ofHours(3));

    alarms.fireWhatIsDue();
    alarms.fireWhatIsDue();

    assertThat(fired(promise)).hasSize(1);
  }

  @Test
  void skipsNothingHoweverLongItWasDown() {
    var promise = SHOP.promise(crackedTv, SHOP.edie, ofHours(4));
    SHOP.clock.advance(ofHours(20));

    alarms.fireWhatIsDue();

    assertThat(fired(promise)).extracting(Alarm::step).containsExactly(Step.values());
  }

  @Test
  void tellsTheSecondAtOnceWhenTheKeeperIsAtRisk() {
    var promise = SHOP.promise(crackedTv, SHOP.edie, ofHours(4));

    SHOP.rooms.promises.atRisk(SHOP.edie, promise.id(), "At a job until 3:30");
    alarms.fireWhatIsDue();

    assertThat(fired(promise)).extracting(Alarm::step).containsExactly(Step.SECOND);
    assertThat(lastTold(promise)).containsExactly(SHOP.priya);
  }

  @Test
  void isSilentOnceThePromiseIsKept() {
    var promise = SHOP.promise(crackedTv, SHOP.edie, ofHours(4));
    SHOP.rooms.promises.keep(SHOP.edie, promise.id());
    SHOP.clock.advance(ofHours(5));

    alarms.fireWhatIsDue();

    assertThat(fired(promise)).isEmpty();
  }

  @Test
  void startsOverAtANewTimeLaterTheSameDay() {
    var promise = SHOP.promise(crackedTv, SHOP.edie, ofHours(4));
    SHOP.clock.advance(ofHours(3));
    alarms.fireWhatIsDue();
    SHOP.rooms.promises.agreeNewTime(
        SHOP.edie, promise, SHOP.clock.in(ofHours(2)), "Six, Chuck. Edie");

    SHOP.clock.advance(ofMinutes(91));
    alarms.fireWhatIsDue();

    assertThat(fired(promise)).extracting(Alarm::step).containsExactly(Step.NUDGE, Step.NUDGE);
  }

  @Test
  void remindsDailyOfABrokenOneUntilItEnds() {
    var promise = SHOP.promise(crackedTv, SHOP.edie, ofHours(4));
    SHOP.clock.advance(ofHours(5));
    alarms.fireWhatIsDue();

    SHOP.clock.advance(ofDays(2));
    alarms.fireWhatIsDue();

    assertThat(fired(promise))
        .filteredOn(alarm -> alarm.step() == Step.BROKEN)
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void remindsOnEachDayThatABrokenOneStaysOpen() {
    var promise = SHOP.promise(crackedTv, SHOP.edie, ofHours(4));
    SHOP.clock.advance(ofHours(5));
    alarms.fireWhatIsDue();

    for (int day = 1; day <= 4; day++) {
      SHOP.clock.advance(ofDays(1));
      alarms.fireWhatIsDue();
    }

    assertThat(fired(promise)).filteredOn(alarm -> alarm.cause() == Cause.AGAIN).hasSize(4);
  }

  @Test
  void tellsANewKeeperAlsoWhenTheTimeIsAnotherBeforeTheyHeard() {
    var promise = SHOP.promise(crackedTv, SHOP.edie, ofHours(4));
    SHOP.rooms.promises.handTo(SHOP.dana, promise.id(), SHOP.priya);

    SHOP.rooms.promises.agreeNewTime(
        SHOP.dana, promise, SHOP.clock.in(ofHours(6)), "Three, Chuck. Dana");
    alarms.fireWhatIsDue();

    assertThat(lastTold(promise)).containsExactly(SHOP.priya);
  }

  @Test
  void aNewKeeperHearsAtOnceAlsoWhereTheClockWasPutBackBehindTheHandOverBefore() {
    var promise = SHOP.promise(crackedTv, SHOP.edie, ofDays(2));
    SHOP.rooms.promises.handTo(SHOP.dana, promise.id(), SHOP.priya);
    SHOP.clock.advance(ofHours(-1));

    SHOP.rooms.promises.handTo(SHOP.dana, promise.id(), SHOP.edie);
    alarms.fireWhatIsDue();

    assertThat(lastTold(promise)).containsExactly(SHOP.edie);
  }

  @Test
  void firesEachStepOfANewRunAfterTheClockWasPutBackAndTheHoursChanged() {
    var promise = SHOP.promise(crackedTv, SHOP.edie, ofHours(4));
    SHOP.clock.advance(ofHours(3));
    alarms.fireWhatIsDue();
    SHOP.clock.advance(ofHours(-4));
    SHOP.rooms.promises.agreeNewTime(
        SHOP.edie, promise, SHOP.clock.in(ofHours(4)), "Noon, Chuck. Edie");

    SHOP.rooms.shop.set(SHOP.dana, SHOP.rooms.shop.business(), SHOP.rooms.shop.hours());
    SHOP.clock.advance(ofHours(3));
    alarms.fireWhatIsDue();

    assertThat(fired(promise)).extracting(Alarm::step).containsExactly(Step.NUDGE, Step.NUDGE);
  }

  @Test
  void tellsOfEveryOtherWhenOneCannotBeTold() {
    var unlucky = SHOP.promise(crackedTv, SHOP.edie, ofHours(4));
    var promise = SHOP.promise(crackedTv, SHOP.edie, ofHours(5));
    var rooms = new Rooms(SHOP.database, Config.Ground.in(SHOP.folder, null), SHOP.clock);
    rooms.alarms.wire(new AlarmChannel() {
      @Override
      public String word() {
        return "carrier";
      }

      @Override
      public List<Outgoing> to(Agent agent, AlarmNote note, UUID about, Instant notBefore) {
        if (unlucky.equals(note.promise())) throw new IllegalStateException("No pigeon left.");
        return List.of();
      }
    });
    SHOP.clock.advance(ofMinutes(239));

    assertThatThrownBy(rooms.alarms::fireWhatIsDue).hasMessage("No pigeon left.");

    assertThat(fired(unlucky)).isEmpty();
    assertThat(fired(promise)).hasSize(1);
    alarms.fireWhatIsDue();
    assertThat(fired(unlucky)).hasSize(4);
  }

  @Test
  void writesDownWhoSawIt() {
    var promise = SHOP.promise(crackedTv, SHOP.edie, ofHours(4));
    SHOP.clock.advance(ofHours(3));
    alarms.fireWhatIsDue();
    var nudge = fired(promise).getFirst();

    alarms.seen(SHOP.edie, nudge.id());
    alarms.seen(SHOP.priya, nudge.id());

    var desk = fired(promise).getFirst().told().stream()
        .filter(told -> told.channel().equals("desk"))
        .toList();
    assertThat(desk).singleElement().extracting(Alarm.Told::seenAt).isEqualTo(SHOP.clock.instant());
  }

  private List<Alarm> fired(Promise promise) {
    return alarms.of(promise.id()).stream()
        .filter(alarm -> alarm.firedAt() != null)
        .toList();
  }

  private List<AgentId> lastTold(Promise promise) {
    return fired(promise).getLast().told().stream()
        .map(Alarm.Told::agent)
        .distinct()
        .toList();
  }
}
