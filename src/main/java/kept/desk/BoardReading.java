package kept.desk;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import kept.platform.Database;
import kept.promises.Alarms;
import kept.promises.Board;
import kept.promises.Breaks;
import kept.promises.Horizons;
import kept.promises.Horizons.Span;
import kept.promises.Item;
import kept.promises.Tallies;
import kept.team.AgentId;

/// Reads what the board of promises shows. Threads may share this object.
public final class BoardReading {
  static final int MOST_IN_FULL = 500;
  static final int MOST = 50;
  static final int MOST_KEPT = Board.MOST_KEPT;
  static final int MOST_BROKEN = 60;
  private static final Duration LATELY = Duration.ofDays(7);

  private final Doors doors;
  private final Onlookers onlookers;

  /// The database, and the doors of the room of promises that a board looks through.
  public record Doors(
      Database database, Board board, Breaks breaks, Tallies tallies, Alarms alarms) {}

  public BoardReading(Doors doors, Onlookers onlookers) {
    this.doors = doors;
    this.onlookers = onlookers;
  }

  Onlooker onlooker(Context request) {
    return onlookers.of(request);
  }

  <T> T together(Supplier<T> questions) {
    return doors.database.together(questions);
  }

  BoardFacts facts(Context request) {
    var onlooker = onlookers.of(request);
    var query = BoardQuery.of(request, onlooker);
    var horizons = Horizons.of(onlooker.now(), onlooker.time());
    var most = query.show().isEmpty() ? MOST : MOST_IN_FULL;
    var day = doors.board.day(query.slice(), horizons, spans(query), most, onlooker.startOfToday());
    var open = day.open();
    var late = open.getOrDefault(Span.LATE, List.of());
    return new BoardFacts(
        onlooker,
        query,
        open,
        counts(query, horizons, open, most),
        day.kept(),
        doors.breaks.since(onlooker.now().minus(LATELY), query.slice(), MOST_BROKEN),
        onlooker.isHelper() ? List.of() : doors.tallies.loads(),
        late.isEmpty() ? Set.of() : told(late));
  }

  private Collection<AgentId> told(List<Item> late) {
    return doors.alarms.toldThatBroke(
        late.stream().map(item -> item.promise().id()).toList());
  }

  private static Set<Span> spans(BoardQuery query) {
    for (var span : Span.values())
      if (BoardWords.id(span).equals(query.show())) return EnumSet.of(span);
    return EnumSet.allOf(Span.class);
  }

  /// Counting reads everything open, so it is done only where a list is full or left out.
  private Map<Span, Integer> counts(
      BoardQuery query, Horizons horizons, Map<Span, List<Item>> open, int most) {
    var whole =
        query.show().isEmpty() && open.values().stream().allMatch(items -> items.size() < most);
    if (!whole) return doors.tallies.open(query.slice(), horizons);
    var counts = new EnumMap<Span, Integer>(Span.class);
    open.forEach((span, items) -> counts.put(span, items.size()));
    return counts;
  }
}
