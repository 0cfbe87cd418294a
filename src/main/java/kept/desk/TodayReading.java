package kept.desk;

import io.javalin.http.Context;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import kept.conversations.ConversationId;
import kept.conversations.Conversations;
import kept.conversations.Row;
import kept.phone.Calls;
import kept.phone.PhoneCall;
import kept.platform.Database;
import kept.promises.Board;
import kept.promises.Horizons;
import kept.promises.Horizons.Span;
import kept.promises.Item;
import kept.promises.Slice;
import kept.promises.Tallies;
import kept.team.OpeningHours;
import kept.team.Role;
import kept.team.Shop;
import org.jspecify.annotations.Nullable;

/// Reads what Today shows, each part with as few questions as it needs. Threads may share this
/// object.
public final class TodayReading {
  static final int MOST_WAITING = 12;

  private static final int MOST_OPEN = 50;
  private static final int MOST_GENTLE = 5;
  private static final Duration LATELY = Duration.ofDays(7);
  private static final Set<Span> NOW = EnumSet.of(Span.LATE, Span.TODAY, Span.TOMORROW);

  private final Doors doors;
  private final Onlookers onlookers;

  /// The rooms that Today looks into.
  public record Doors(
      Database database,
      Shop shop,
      Conversations conversations,
      Board board,
      Tallies tallies,
      Calls calls,
      SetUpSteps setUp) {}

  public TodayReading(Doors doors, Onlookers onlookers) {
    this.doors = doors;
    this.onlookers = onlookers;
  }

  Onlooker onlooker(Context request) {
    return onlookers.of(request);
  }

  OpeningHours hours(Onlooker onlooker) {
    return doors.shop.hours(onlooker.time().zone());
  }

  <T> T together(Supplier<T> questions) {
    return doors.database.together(questions);
  }

  TodayFacts facts(Onlooker onlooker) {
    return facts(onlooker, onlooker.isHelper() ? 0 : countWaiting());
  }

  /// The same for whoever has counted already who waits.
  TodayFacts facts(Onlooker onlooker, int waiting) {
    var horizons = Horizons.of(onlooker.now(), onlooker.time());
    var slice = slice(onlooker);
    var day = doors.board.day(slice, horizons, NOW, MOST_OPEN, onlooker.startOfToday());
    return new TodayFacts(
        onlooker, day.open(), counts(slice, horizons, day.open()), day.kept(), waiting);
  }

  /// What somebody owes next, if anything.
  @Nullable
  Item next(Onlooker onlooker) {
    return doors.board.open(slice(onlooker), 1).stream().findFirst().orElse(null);
  }

  List<Row> waiting() {
    return doors.conversations.waitingForAPerson(MOST_WAITING);
  }

  /// The last call of each of these matters.
  Map<ConversationId, PhoneCall> lastCalls(List<Row> rows) {
    var ids = rows.stream().map(row -> row.conversation().id()).toList();
    var last = new HashMap<ConversationId, PhoneCall>();
    for (var call : doors.calls.in(ids)) last.put(call.conversation(), call);
    return last;
  }

  int countWaiting() {
    return doors.conversations.countWaiting();
  }

  List<Item> brokenLately(Onlooker onlooker) {
    return doors.board.brokenSince(onlooker.now().minus(LATELY), MOST_GENTLE);
  }

  List<Row> reopenedLately(Onlooker onlooker) {
    return doors.conversations.reopenedSince(onlooker.now().minus(LATELY), MOST_GENTLE);
  }

  Tallies.Kept thisWeek(Onlooker onlooker) {
    var time = onlooker.time();
    var monday = time.day(onlooker.now()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return doors.tallies.keptSince(monday.atStartOfDay(time.zone()).toInstant(), onlooker.now());
  }

  boolean anyPromiseMade() {
    return doors.tallies.anyMade();
  }

  FirstSteps firstSteps(Onlooker onlooker) {
    return new FirstSteps(
        onlooker.me().role() == Role.OWNER,
        doors.setUp.reached(),
        onlooker.team().size() > 1,
        doors.conversations.counts(onlooker.me().id()).open() > 0);
  }

  /// Counting reads everything open, so it is done only where the lists are full.
  private Map<Span, Integer> counts(Slice slice, Horizons horizons, Map<Span, List<Item>> open) {
    if (open.values().stream().anyMatch(items -> items.size() == MOST_OPEN))
      return doors.tallies.open(slice, horizons);
    var counts = new EnumMap<Span, Integer>(Span.class);
    open.forEach((span, items) -> counts.put(span, items.size()));
    return counts;
  }

  private static Slice slice(Onlooker onlooker) {
    return onlooker.isHelper() ? Slice.keptBy(onlooker.me().id()) : Slice.ALL;
  }
}
