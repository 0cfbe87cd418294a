package kept.promises;

import java.time.Duration;
import java.time.Instant;
import kept.TestShop;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/// Whatever happens in a shop, no alarm is lost, early, doubled or late for its promise's end. The
/// histories are random; `./kept bench histories` plays thousands.
class AlarmHistoriesTest {
  private static final Instant MONDAY = Instant.parse("2026-09-07T04:00:00Z");
  private static final int FEW_MINUTES = 90;
  private static final int DAYS = 60 * 24 * 4;

  private static final TestShop SHOP = new TestShop();
  private static int histories;
  private static int acts;
  private static int promises;
  private static int alarms;

  @AfterContainer
  static void tell() {
    System.out.printf(
        "%,d histories, %,d acts, %,d promises, %,d alarms fired%n",
        histories, acts, promises, alarms);
    SHOP.close();
  }

  @Property
  void everyAlarmComesInTimeAndOnce(@ForAll("histories") Act.History history) {
    var shop = new ActedShop(SHOP);
    shop.play(history);
    histories++;
    acts += history.turns().size();
    promises += shop.promises();
    alarms += shop.alarms();
  }

  @Provide
  Arbitrary<Act.History> histories() {
    var begins = number(60 * 24 * 330).map(minutes -> MONDAY.plus(Duration.ofMinutes(minutes)));
    var turns = Combinators.combine(
            act(), Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
        .as(Act.Turn::new)
        .list()
        .ofMinSize(4)
        .ofMaxSize(30);
    return Combinators.combine(begins, turns).as(Act.History::new);
  }

  private static Arbitrary<Act> act() {
    return Arbitraries.frequencyOf(
        Tuple.of(5, Combinators.combine(any(), any(), length()).as(Act.Make::new)),
        Tuple.of(3, Combinators.combine(any(), any(), length()).as(Act.Move::new)),
        Tuple.of(
            2, Combinators.combine(any(), any(), Arbitraries.of(true, false)).as(Act.End::new)),
        Tuple.of(2, any().map(Act.Undo::new)),
        Tuple.of(3, Combinators.combine(any(), any(), any()).as(Act.HandTo::new)),
        Tuple.of(2, Combinators.combine(any(), any()).as(Act.Risk::new)),
        Tuple.of(2, any().map(Act.Talk::new)),
        Tuple.of(1, any().map(Act.Leave::new)),
        Tuple.of(1, any().map(Act.Join::new)),
        Tuple.of(3, any().map(Act.Hours::new)),
        Tuple.of(
            4, Combinators.combine(any(), any(), number(FEW_MINUTES), length()).as(Act.Away::new)),
        Tuple.of(1, any().map(Act.ComeBack::new)),
        Tuple.of(2, Combinators.combine(any(), any()).as(Act.Shift::new)),
        Tuple.of(
            1,
            Combinators.combine(any(), number(23), number(22).map(n -> n + 1)).as(Act.Quiet::new)),
        Tuple.of(12, length().map(Act.Later::new)),
        Tuple.of(2, length().map(Act.PutBack::new)),
        Tuple.of(1, Arbitraries.just(new Act.Restart())));
  }

  /// A few minutes as often as hours or days.
  private static Arbitrary<Integer> length() {
    return Arbitraries.oneOf(number(FEW_MINUTES), number(60 * 9), number(DAYS));
  }

  private static Arbitrary<Integer> any() {
    return number(11);
  }

  private static Arbitrary<Integer> number(int most) {
    return Arbitraries.integers().between(0, most);
  }
}
