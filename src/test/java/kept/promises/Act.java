package kept.promises;

import java.time.Instant;
import java.util.List;

/// What may happen in a shop's history. People and promises are named by any number, taken modulo
/// those there are, so that every list of acts is a history.
sealed interface Act {
  record Make(int by, int keeper, int minutes) implements Act {}

  record Move(int which, int by, int minutes) implements Act {}

  record End(int which, int by, boolean kept) implements Act {}

  /// Takes back the latest ending.
  record Undo(int by) implements Act {}

  record HandTo(int which, int by, int to) implements Act {}

  record Risk(int which, int by) implements Act {}

  /// A letter "ok thanks", a note, the matter resolved, confirmed, reopened: none of it is an
  /// ending.
  record Talk(int how) implements Act {}

  record Leave(int who) implements Act {}

  record Join(int second) implements Act {}

  record Hours(int variant) implements Act {}

  record Away(int who, int kind, int fromMinutes, int forMinutes) implements Act {}

  record ComeBack(int who) implements Act {}

  record Shift(int who, int variant) implements Act {}

  record Quiet(int who, int fromHour, int hours) implements Act {}

  record Later(int minutes) implements Act {}

  /// Somebody puts the clock of the machine back.
  record PutBack(int minutes) implements Act {}

  /// Kept dies and another begins on the same database.
  record Restart() implements Act {}

  /// One act; `awake` says whether the alarm loop runs after it or Kept sleeps on.
  record Turn(Act act, boolean awake) {
    @Override
    public String toString() {
      return act + (awake ? "" : " asleep");
    }
  }

  record History(Instant begins, List<Turn> turns) {}
}
