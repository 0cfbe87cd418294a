package kept.desk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.stream.Stream;
import kept.customers.Customer;
import kept.desk.DayLine.Day;
import kept.desk.DayLine.Knot;
import kept.desk.DayLine.Strand;
import kept.promises.Horizons.Span;
import kept.promises.Item;
import kept.promises.Standing;
import kept.team.OpeningHours;

/// Hangs today's promises on the line: where they were said, where they are due, and what was kept
/// where it was kept. Pure.
record TodayLine(TodayFacts facts) {
  /// A shop that is closed today still has a day.
  private static final LocalTime USUAL_START = LocalTime.of(8, 0);
  private static final LocalTime USUAL_END = LocalTime.of(18, 0);

  DayLine drawn(OpeningHours hours) {
    var open = Stream.concat(
        facts.in(Span.LATE).stream().filter(this::isOfToday), facts.in(Span.TODAY).stream());
    var strands = Stream.concat(facts.kept().stream(), open).map(this::strand).toList();
    return DayLine.of(day(hours), strands);
  }

  private Day day(OpeningHours hours) {
    var now = facts.onlooker().now();
    var day = facts.onlooker().time().day(now);
    var opens = hours.opening(day).map(this::local).orElse(day.atTime(USUAL_START));
    var closes = hours.closing(day).map(this::local).orElse(day.atTime(USUAL_END));
    return new Day(opens, closes, local(now), facts.onlooker().time().clock(now));
  }

  private boolean isOfToday(Item item) {
    var time = facts.onlooker().time();
    return time.day(item.promise().dueAt()).equals(time.day(facts.onlooker().now()));
  }

  private Strand strand(Item item) {
    var promise = item.promise();
    var standing = new Standing(promise, facts.onlooker().now());
    var hangs = promise.endedAt() == null ? promise.dueAt() : promise.endedAt();
    var clock = facts.onlooker().time().clock(hangs);
    var words = facts.onlooker().time().time(hangs) + ": " + promise.what() + ", "
        + facts.onlooker().name(promise.keeper()) + ", " + standing.words();
    var label = clock + " " + Customer.firstNameOf(item.customerName());
    return new Strand(local(promise.madeAt()), local(hangs), knot(item, standing), label, words);
  }

  private Knot knot(Item item, Standing standing) {
    if (new PromiseWords(facts.onlooker()).isInDanger(item)) return Knot.DUE;
    return switch (standing.state()) {
      case RUNNING -> Knot.OPEN;
      case DUE, RISK -> Knot.DUE;
      case KEPT, KEPT_LATE, LET_GO -> Knot.KEPT;
      case BROKEN -> Knot.BROKEN;
    };
  }

  private LocalDateTime local(Instant at) {
    return facts.onlooker().time().local(at).toLocalDateTime();
  }
}
