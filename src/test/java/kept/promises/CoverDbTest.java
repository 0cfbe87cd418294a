package kept.promises;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import kept.Config;
import kept.Rooms;
import kept.TestShop;
import kept.conversations.Conversation;
import kept.platform.SettableClock;
import kept.team.Absence;
import kept.team.AbsenceId;
import kept.team.AbsenceKind;
import kept.team.AgentId;
import kept.team.OpeningHours.Span;
import kept.team.QuietHours;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Edie's second is Priya, Priya's is Dana, who owns the shop. It is Tuesday, 9:00; open 8 to 18.
class CoverDbTest {
  private final TestShop shop = new TestShop();
  private final Alarms alarms = shop.rooms.alarms;
  private final Conversation crackedTv = shop.crackedTv();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void givesItToTheSecondWhileTheKeeperIsAwayAndBackAfterwards() {
    var promise = shop.promise(crackedTv, shop.edie, ofHours(6));

    away(shop.edie, AbsenceKind.AWAY, ofHours(0), ofHours(2));
    alarms.fireWhatIsDue();

    assertThat(now(promise).keeper()).isEqualTo(shop.priya);
    assertThat(now(promise).standsInFor()).isEqualTo(shop.edie);
    assertThat(heard(promise)).containsExactly(shop.priya);

    shop.clock.advance(ofHours(2));
    alarms.fireWhatIsDue();

    assertThat(now(promise).keeper()).isEqualTo(shop.edie);
    assertThat(now(promise).standsInFor()).isNull();
  }

  @Test
  void comesBackWithTheSecondThatWasChosen() {
    var promise = shop.rooms.promises.make(shop.edie, chosenSecond(shop.tomas));

    away(shop.edie, AbsenceKind.AWAY, ofHours(0), ofHours(2));
    away(shop.tomas, AbsenceKind.AWAY, ofHours(0), ofHours(1));
    shop.clock.advance(ofHours(2));
    alarms.fireWhatIsDue();

    assertThat(now(promise).keeper()).isEqualTo(shop.edie);
    assertThat(now(promise).second()).isEqualTo(shop.tomas);
  }

  @Test
  void whoStandsInMayLeave() {
    var promise = shop.promise(crackedTv, shop.edie, ofHours(6));
    away(shop.edie, AbsenceKind.AWAY, ofHours(0), ofHours(2));
    assertThat(now(promise).keeper()).isEqualTo(shop.priya);

    shop.rooms.team.leave(shop.dana, shop.priya);

    assertThat(now(promise).keeper()).isEqualTo(shop.dana);
    assertThat(now(promise).second()).isNotEqualTo(shop.priya);
  }

  @Test
  void whoLeftIsNobodysSecond() {
    shop.change(shop.priya, priya -> priya.withSecond(shop.edie));
    var promise = shop.promise(crackedTv, shop.edie, ofHours(6));

    shop.rooms.team.leave(shop.dana, shop.edie);

    assertThat(now(promise).keeper()).isEqualTo(shop.priya);
    assertThat(now(promise).second()).isEqualTo(shop.dana);
  }

  @Test
  void whoIsNamedSecondHearsNextOfWhatIsKeptAlready() {
    var hers = shop.promise(crackedTv, shop.priya, ofHours(6));
    var chosen = shop.rooms.promises.make(shop.dana, chosenSecond(shop.tomas));
    assertThat(now(hers).second()).isEqualTo(shop.dana);

    shop.change(shop.priya, priya -> priya.withSecond(shop.edie));
    shop.change(shop.edie, edie -> edie.withSecond(shop.dana));

    assertThat(now(hers).second()).isEqualTo(shop.edie);
    assertThat(now(chosen).second()).isEqualTo(shop.tomas);
  }

  @Test
  void goesPastASecondWhoIsAwayToo() {
    var promise = shop.promise(crackedTv, shop.edie, ofHours(6));

    away(shop.priya, AbsenceKind.AWAY, ofHours(0), null);
    away(shop.edie, AbsenceKind.AWAY, ofHours(0), null);

    assertThat(now(promise).keeper()).isEqualTo(shop.dana);
    assertThat(now(promise).standsInFor()).isEqualTo(shop.edie);
  }

  @Test
  void staysWithTheKeeperWhenNobodyIsThere() {
    var promise = shop.promise(crackedTv, shop.edie, ofHours(6));

    for (var agent : shop.rooms.team.here()) {
      away(agent.id(), AbsenceKind.AWAY, ofHours(0), ofDays(2));
    }

    assertThat(now(promise).riskReason()).endsWith("is off until Thu 9:00 am.");
  }

  @Test
  void startsAtThePlannedTimeAlsoAfterARestart() {
    var promise = shop.promise(crackedTv, shop.edie, ofHours(30));
    away(shop.edie, AbsenceKind.AWAY, ofHours(3), ofHours(50));

    assertThat(now(promise).keeper()).isEqualTo(shop.edie);
    assertThat(now(promise).riskReason()).isEqualTo("Edie is off from noon until Thu 11:00 am.");

    shop.clock.advance(ofHours(4));
    new Rooms(shop.database, Config.Ground.in(shop.folder, null), shop.clock)
        .alarms.fireWhatIsDue();

    assertThat(now(promise).keeper()).isEqualTo(shop.priya);
    assertThat(now(promise).riskReason()).isNull();
  }

  @Test
  void putsItAtRiskAtOnceWhenTheKeeperIsInAJobPastTheDueTime() {
    var promise = shop.promise(crackedTv, shop.edie, ofHours(2));

    away(shop.edie, AbsenceKind.JOB, ofHours(0), ofHours(3));
    alarms.fireWhatIsDue();

    assertThat(now(promise).keeper()).isEqualTo(shop.edie);
    assertThat(now(promise).riskReason()).isEqualTo("Edie is at a job until noon.");
    assertThat(heard(promise)).containsExactly(shop.priya);
  }

  @Test
  void takesTheRiskBackWhenTheJobEndsEarly() {
    var promise = shop.promise(crackedTv, shop.edie, ofHours(2));
    away(shop.edie, AbsenceKind.DRIVING, ofHours(0), ofHours(3));

    shop.rooms.presence.comeBack(shop.edie, shop.edie);

    assertThat(now(promise).riskReason()).isNull();
  }

  @Test
  void leavesAloneWhatSomebodySaidOfARisk() {
    var promise = shop.promise(crackedTv, shop.edie, ofHours(2));
    shop.rooms.promises.atRisk(shop.edie, promise.id(), "The part is late");

    away(shop.edie, AbsenceKind.DRIVING, ofHours(0), ofHours(3));
    shop.rooms.presence.comeBack(shop.edie, shop.edie);

    assertThat(now(promise).riskReason()).isEqualTo("The part is late");
  }

  @Test
  void isAtRiskAtOnceWhenItIsDueAfterTheKeepersShift() {
    shift(shop.edie, 8, 14);

    var promise = shop.promise(crackedTv, shop.edie, ofHours(7));

    assertThat(promise.riskReason())
        .isEqualTo("Edie is off from 2:00 pm until tomorrow 8:00 am.".replace("tomorrow", "Wed"));
  }

  @Test
  void goesToTheSecondWhenTheShiftEndsBeforeItIsDue() {
    shift(shop.edie, 8, 14);
    var today = shop.promise(crackedTv, shop.edie, ofHours(7));
    var tomorrow = shop.promise(crackedTv, shop.edie, ofHours(26));

    shop.clock.advance(ofHours(5));
    alarms.fireWhatIsDue();

    assertThat(now(today).keeper()).isEqualTo(shop.priya);
    assertThat(now(tomorrow).keeper()).isEqualTo(shop.edie);
  }

  @Test
  void leavesItWithWhoeverTookItInTheMeantime() {
    var promise = shop.promise(crackedTv, shop.edie, ofHours(6));
    away(shop.edie, AbsenceKind.AWAY, ofHours(0), ofHours(2));
    shop.rooms.promises.handTo(shop.dana, promise.id(), shop.dana);

    shop.clock.advance(ofHours(3));
    alarms.fireWhatIsDue();

    assertThat(now(promise).keeper()).isEqualTo(shop.dana);
  }

  @Test
  void holdsMailInQuietHoursButNotTheLastWarning() {
    shop.rooms.presence.setQuiet(
        shop.dana, shop.dana, new QuietHours(LocalTime.of(9, 30), LocalTime.of(20, 0)));
    var promise = shop.promise(crackedTv, shop.dana, ofHours(2));

    shop.clock.advance(ofMinutes(111));
    alarms.fireWhatIsDue();

    var told = alarms.of(promise.id()).stream()
        .filter(alarm -> alarm.firedAt() != null)
        .toList();
    assertThat(mail(told, Step.NUDGE).heldUntil())
        .isEqualTo(SettableClock.TUESDAY_MORNING.plus(ofHours(11)));
    assertThat(mail(told, Step.OWNER).heldUntil()).isNull();
  }

  @Test
  void doesNotSendWhatIsHeldOnceThePromiseIsKept() {
    shop.rooms.presence.setQuiet(
        shop.edie, shop.edie, new QuietHours(LocalTime.of(9, 30), LocalTime.of(20, 0)));
    var promise = shop.promise(crackedTv, shop.edie, ofHours(2));
    shop.clock.advance(ofMinutes(95));
    alarms.fireWhatIsDue();
    var waiting = shop.rooms.deliveries.waiting();

    shop.rooms.promises.keep(shop.edie, promise.id());

    assertThat(shop.rooms.deliveries.waiting()).isEqualTo(waiting - 1);
  }

  private Promise now(Promise promise) {
    return shop.rooms.promises.get(promise.id());
  }

  private List<AgentId> heard(Promise promise) {
    return alarms.of(promise.id()).stream()
        .flatMap(alarm -> alarm.told().stream())
        .map(Alarm.Told::agent)
        .distinct()
        .toList();
  }

  private static Alarm.Told mail(List<Alarm> alarms, Step step) {
    return alarms.stream()
        .filter(alarm -> alarm.step() == step)
        .flatMap(alarm -> alarm.told().stream())
        .filter(told -> told.channel().equals("mail"))
        .findFirst()
        .orElseThrow();
  }

  private Commitment chosenSecond(AgentId second) {
    var usual = TestShop.commitment(crackedTv, shop.edie, shop.clock.in(ofHours(6)));
    return new Commitment(
        usual.conversation(),
        usual.what(),
        usual.kind(),
        usual.keeper(),
        second,
        usual.dueAt(),
        usual.madeOn());
  }

  private void away(AgentId agent, AbsenceKind kind, Duration from, @Nullable Duration until) {
    var ends = until == null ? null : shop.clock.in(until);
    shop.rooms.presence.leave(
        agent, new Absence(AbsenceId.next(), agent, kind, shop.clock.in(from), ends));
  }

  private void shift(AgentId agent, int opens, int closes) {
    var spans = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      spans.put(day, List.of(new Span(LocalTime.of(opens, 0), LocalTime.of(closes, 0))));
    }
    shop.rooms.presence.setShifts(shop.dana, agent, spans);
  }
}
