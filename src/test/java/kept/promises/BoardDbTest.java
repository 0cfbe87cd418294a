package kept.promises;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import kept.TestShop;
import kept.promises.Horizons.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoardDbTest {
  private final TestShop shop = new TestShop();
  private final Board board = shop.rooms.board;
  private final Tallies tallies = shop.rooms.tallies;
  private final kept.conversations.Conversation tv = shop.crackedTv();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void partsWhatIsOpenByWhenItIsDue() {
    var today = shop.promise(tv, shop.priya, ofHours(3));
    var late = shop.promise(tv, shop.priya, ofMinutes(30));
    var tomorrow = shop.promise(tv, shop.edie, ofHours(26));
    var week = shop.promise(tv, shop.edie, ofDays(3));
    var later = shop.promise(tv, shop.priya, ofDays(20));
    shop.clock.advance(ofHours(1));

    var spans = EnumSet.allOf(Span.class);
    var open = board.day(Slice.ALL, horizons(), spans, 10, shop.clock.instant()).open();

    assertThat(ids(open.get(Span.LATE))).containsExactly(late.id());
    assertThat(ids(open.get(Span.TODAY))).containsExactly(today.id());
    assertThat(ids(open.get(Span.TOMORROW))).containsExactly(tomorrow.id());
    assertThat(ids(open.get(Span.WEEK))).containsExactly(week.id());
    assertThat(ids(open.get(Span.LATER))).containsExactly(later.id());
    assertThat(tallies.open(Slice.ALL, horizons()).values()).containsOnly(1);
  }

  @Test
  void listsOnlyTheSpansKeepersAndKindsThatAreAskedFor() {
    var hers = shop.promise(tv, shop.priya, ofHours(3));
    shop.promise(tv, shop.edie, ofHours(3));
    shop.promise(tv, shop.priya, ofHours(26));

    var slice = new Slice(shop.priya, Kind.REPLACEMENT);
    var day = board.day(slice, horizons(), List.of(Span.TODAY), 10, shop.clock.instant());

    assertThat(ids(day.open().get(Span.TODAY))).containsExactly(hers.id());
    assertThat(board.open(new Slice(shop.priya, Kind.VISIT), 10)).isEmpty();
    assertThat(tallies.open(shop.priya)).isEqualTo(2);
    assertThat(tallies.glance().open()).isEqualTo(3);
  }

  @Test
  void tellsWhichStepNobodyHasTakenUp() {
    var promise = shop.promise(tv, shop.priya, ofHours(4));
    assertThat(board.get(promise.id()).alarmed()).isNull();

    shop.clock.advance(ofHours(3).plusMinutes(20));
    shop.rooms.alarms.fireWhatIsDue();
    assertThat(board.get(promise.id()).alarmed()).isEqualTo(Step.SECOND);

    shop.rooms.promises.handTo(shop.priya, promise.id(), shop.priya);
    assertThat(board.get(promise.id()).alarmed()).isNull();
    assertThat(board.get(promise.id()).promise().second()).isEqualTo(shop.dana);
  }

  @Test
  void sayingThatOneHasItEndsTheRisk() {
    var promise = shop.promise(tv, shop.priya, ofHours(4));
    shop.rooms.promises.atRisk(shop.priya, promise.id(), "The van broke");

    shop.rooms.promises.handTo(shop.priya, promise.id(), shop.priya);

    assertThat(shop.rooms.promises.get(promise.id()).riskReason()).isNull();
    assertThat(shop.rooms.events.about(promise.id().value()))
        .extracting(fact -> fact.kind())
        .containsExactly("promise_made", "promise_at_risk", "promise_taken");
  }

  @Test
  void agreeingANewTimeAnswersTheAlarms() {
    var promise = shop.promise(tv, shop.priya, ofHours(4));
    shop.clock.advance(ofHours(3).plusMinutes(20));
    shop.rooms.alarms.fireWhatIsDue();

    shop.rooms.promises.agreeNewTime(
        shop.priya, promise, shop.clock.in(ofHours(5)), "Chuck, it will be six. Priya");

    assertThat(board.get(promise.id()).alarmed()).isNull();
  }

  @Test
  void countsHowManyWereKeptInTime() {
    var early = shop.promise(tv, shop.priya, ofHours(1));
    var late = shop.promise(tv, shop.priya, ofHours(1));
    shop.promise(tv, shop.edie, ofHours(1));
    shop.promise(tv, shop.edie, ofHours(9));
    var since = shop.clock.instant();
    shop.rooms.promises.keep(shop.priya, early.id());
    shop.clock.advance(ofHours(2));
    shop.rooms.promises.keep(shop.priya, late.id());

    assertThat(tallies.keptSince(since, shop.clock.instant())).isEqualTo(new Tallies.Kept(1, 3));
    assertThat(
            ids(board.day(Slice.ALL, horizons(), List.of(Span.LATE), 9, since).kept()))
        .containsExactly(late.id(), early.id());
    assertThat(ids(board.brokenSince(since, 9))).containsExactly(late.id());
    assertThat(tallies.loads()).containsExactly(new Tallies.Load(shop.edie, 2, 0));
  }

  @Test
  void findsAPromiseByItsWordsOrByWhomItWasMadeTo() {
    var swap = shop.promise(tv, shop.priya, ofHours(1));

    assertThat(ids(board.search(Slice.ALL, "cracked tv", 5))).containsExactly(swap.id());
    assertThat(ids(board.search(Slice.ALL, "alvarez", 5))).containsExactly(swap.id());
    assertThat(board.search(Slice.keptBy(shop.edie), "alvarez", 5)).isEmpty();
    assertThat(board.search(Slice.ALL, "100%", 5)).isEmpty();
  }

  private Horizons horizons() {
    return Horizons.of(shop.clock.instant(), shop.rooms.shop.time());
  }

  private static List<PromiseId> ids(@org.jspecify.annotations.Nullable List<Item> items) {
    return items == null
        ? List.of()
        : items.stream().map(item -> item.promise().id()).toList();
  }
}
