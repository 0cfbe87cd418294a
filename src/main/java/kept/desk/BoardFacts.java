package kept.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import kept.promises.Broke;
import kept.promises.Horizons.Span;
import kept.promises.Item;
import kept.promises.Tallies;
import kept.team.AgentId;

/// What is owed in the part of the board that was asked for, as the database gave it. `counts` also
/// count what is too much to be listed; `told` heard that something here broke.
record BoardFacts(
    Onlooker onlooker,
    BoardQuery query,
    Map<Span, List<Item>> open,
    Map<Span, Integer> counts,
    List<Item> kept,
    List<Broke> broke,
    List<Tallies.Load> loads,
    Collection<AgentId> told) {

  List<Item> in(Span span) {
    return open.getOrDefault(span, List.of());
  }

  int count(Span span) {
    return counts.getOrDefault(span, 0);
  }

  int owed() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  List<Item> all() {
    return open.values().stream().flatMap(List::stream).toList();
  }
}
