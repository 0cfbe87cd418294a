package kept.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kept.promises.Horizons;
import kept.promises.Horizons.Span;
import kept.promises.Item;
import kept.promises.Promise;

/// What somebody owes today, as the database gave it, sorted into what they read first. Pure.
///
/// `counts` also counts what is too much to be listed. `kept` are today's, the latest first.
record TodayFacts(
    Onlooker onlooker,
    Map<Span, List<Item>> open,
    Map<Span, Integer> counts,
    List<Item> kept,
    int waiting) {
  /// Who reads more than this many alarms reads none.
  static final int MOST_ALARMS = 3;

  private static final int MOST_ROWS = 50;

  /// Open and due before midnight, still in time.
  int left() {
    return counts.getOrDefault(Span.TODAY, 0);
  }

  int late() {
    return counts.getOrDefault(Span.LATE, 0);
  }

  boolean anyPromise() {
    return !open.isEmpty() || !kept.isEmpty();
  }

  List<Item> in(Span span) {
    return open.getOrDefault(span, List.of());
  }

  /// What can still be saved, the soonest first.
  List<Item> endangered() {
    var all = open.values().stream().flatMap(List::stream).toList();
    return new PromiseWords(onlooker).endangered(all);
  }

  /// What stands under today: at most three alarms, then what is late, the latest first, then the
  /// rest in order.
  List<Item> shownToday() {
    var alarms = endangered();
    var shown = new ArrayList<>(alarms.stream().limit(MOST_ALARMS).toList());
    shown.addAll(in(Span.LATE).reversed());
    in(Span.TODAY).stream().filter(item -> !alarms.contains(item)).forEach(shown::add);
    return shown.stream().limit(MOST_ROWS).toList();
  }

  /// How many of today's are not among these rows.
  int leftOut(List<Item> shown) {
    var later = shown.stream()
        .map(Item::promise)
        .map(Promise::dueAt)
        .filter(due -> !due.isBefore(endOfToday()))
        .count();
    return Math.max(0, left() + late() + (int) later - shown.size());
  }

  private Instant endOfToday() {
    return Horizons.of(onlooker.now(), onlooker.time()).today();
  }
}
