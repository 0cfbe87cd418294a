package kept.phone;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Callers who wait until somebody of us hangs up, in the order in which they came. Threads
/// may share this object.
final class WaitingLine {
  private final List<Turn> waiting = new CopyOnWriteArrayList<>();

  void joins(Turn caller) {
    waiting.add(caller);
  }

  void leaves(Turn caller) {
    waiting.remove(caller);
  }

  /// One is next.
  int placeOf(Turn caller) {
    return Math.max(0, waiting.indexOf(caller)) + 1;
  }

  /// Somebody may be free again.
  void oneIsFree() {
    waiting.stream().findFirst().ifPresent(Turn::comes);
  }
}
