package kept.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kept.conversations.Which;
import kept.promises.Alarm;
import kept.promises.Horizons;
import kept.promises.Item;
import kept.promises.Promise;
import kept.promises.Slice;
import kept.promises.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Marlow & Daughter at 2:24, counted as the mock-ups count it.
class SampleShopDbTest {
  private static final Told told = new Told();
  private static final Instant NOW = Told.TUESDAY;

  @AfterAll
  static void close() {
    told.close();
  }

  @Test
  void theStoryEndsAtTheRealTimeAndTheClockGoesOn() {
    assertThat(told.clock.instant()).isEqualTo(NOW);
    assertThat(told.rooms.shop.time().time(NOW)).isEqualTo("2:24 pm");
    assertThat(told.rooms.shop.hours().isOpen(NOW)).isTrue();
  }

  @Test
  void elevenPromisesAreOpenAndFiveOfThemAreDueToday() {
    var open = open();

    assertThat(open).hasSize(11);
    assertThat(open.stream().filter(promise -> promise.dueAt().isBefore(closing())))
        .hasSize(5);
  }

  @Test
  void rosasPromiseIsInDangerAndTheNextOneDue() {
    var rosa = open().getFirst();

    assertThat(rosa.what()).isEqualTo("Call Rosa Delgado back with the fridge quote");
    assertThat(rosa.riskReason()).isEqualTo("Justin is at a job until 3:30.");
    assertThat(rosa.left(NOW)).isEqualTo(Duration.ofMinutes(21));
  }

  @Test
  void sixWereKeptTodayAllInTime() {
    var kept = kept(told.rooms.shop.time().day(NOW).atStartOfDay(zone()).toInstant());

    assertThat(kept).hasSize(6);
    assertThat(kept).noneMatch(promise -> promise.isLate(NOW));
  }

  @Test
  void threeWaitForAPerson() {
    var names = told.rooms.conversations.waitingForAPerson(10).stream()
        .map(row -> row.customerName())
        .toList();

    assertThat(names).containsExactly("Marcus Boyd", "(415) 555-0177", "Lena Whitfield");
  }

  @Test
  void everyOpenPromiseHasAKeeperASecondAndItsLadder() {
    assertThat(open()).allSatisfy(promise -> {
      assertThat(promise.keeper()).isNotNull();
      assertThat(promise.second()).isNotNull().isNotEqualTo(promise.keeper());
      assertThat(told.rooms.alarms.of(promise.id()))
          .extracting(Alarm::step)
          .contains(Step.values());
      assertThat(told.rooms.alarms.of(promise.id()))
          .allSatisfy(alarm -> assertThat(hasFiredInTime(alarm)).isTrue());
    });
  }

  @Test
  void onlyHillsidesAndTheSoundbarsPromisesWereEverBroken() {
    var broken = told.rooms.database.read(
        tx -> tx.createQuery("select what from promise where broken_at is not null order by due_at")
            .mapTo(String.class)
            .list());

    assertThat(broken)
        .containsExactly("Ring about the soundbar", "Call Hillside Café about the compressor");
  }

  @Test
  void fortyPeopleAreKnownAndNothingWaitsToBeSent() {
    assertThat(told.rooms.customers.page(null, 100)).hasSize(40);
    assertThat(count("select count(*) from delivery where next_try_at is not null"))
        .isZero();
  }

  @Test
  void theLogIsInTheOrderOfTheStory() {
    assertThat(count("""
            select count(*)
              from (select at, lag(at) over (order by seq) as before from event) step
             where before > at
            """)).isZero();
  }

  @Test
  void chucksNineYearsAreAllThere() {
    var chuck = told.rooms.customers.search("Chuck Alvarez", 1).getFirst();
    var matters = told.rooms.conversations.list(Which.of(chuck.id()), null, 50);
    var promises = told.rooms.promises.to(chuck.id());

    assertThat(matters).hasSize(12);
    assertThat(promises).hasSize(7);
    assertThat(promises.stream().filter(promise -> promise.isLate(NOW))).hasSize(1);
    assertThat(told.rooms.customers.knowledgeOf(chuck.id()).possessions()).hasSize(3);
  }

  @Test
  void tenConversationsAreOpenAndFourOfThemArePriyas() {
    var priya = told.rooms.team.withEmail("priya@example.com").orElseThrow();

    assertThat(told.rooms.conversations.counts(priya.id()).open()).isEqualTo(10);
    assertThat(told.rooms.conversations.counts(priya.id()).mine()).isEqualTo(4);
  }

  @Test
  void inTheSameHouseTimeGoesOnWhereItStood() {
    told.clock.advance(Duration.ofMinutes(5));
    told.rooms.sessions.start(told.rooms.team.owner().id(), "A test");
    var later = new LeverClock(told.real);

    var keys = new SampleShop(kept.Try.doors(told.rooms), later).open();

    assertThat(later.instant()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    assertThat(keys.signIns()).isEqualTo(told.keys.signIns());
  }

  private static boolean hasFiredInTime(Alarm alarm) {
    if (alarm.at().isAfter(NOW)) return alarm.firedAt() == null;
    return alarm.firedAt() != null
        && !alarm.firedAt().isBefore(alarm.at())
        && !alarm.told().isEmpty();
  }

  private static List<Promise> open() {
    return told.rooms.board.open(Slice.ALL, 100).stream().map(Item::promise).toList();
  }

  private static List<Promise> kept(Instant since) {
    var horizons = Horizons.of(NOW, told.rooms.shop.time());
    var day = told.rooms.board.day(Slice.ALL, horizons, List.of(), 1, since);
    return day.kept().stream().map(Item::promise).toList();
  }

  private static Instant closing() {
    return told.rooms.shop.hours().closing(told.rooms.shop.time().day(NOW)).orElseThrow();
  }

  private static java.time.ZoneId zone() {
    return told.rooms.shop.business().zone();
  }

  private static int count(String sql) {
    return told.rooms.database.read(
        tx -> tx.createQuery(sql).mapTo(Integer.class).one());
  }
}
