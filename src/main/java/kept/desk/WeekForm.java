package kept.desk;

import java.util.List;

/// A week of hours as a form shows it: the shop's, or somebody's own.
///
/// Posts for each weekday `opens_monday` and `closes_monday` as often as there are slots, and
/// `closed_monday` where it is closed. Empty slots count for nothing.
public record WeekForm(String legend, String closedWords, List<Day> days) {

  /// One weekday: `key` is `monday`, `words` is "Monday". The last slot is empty, for one break
  /// more.
  public record Day(String key, String words, boolean closed, List<Slot> slots) {}

  /// From when to when; `folded` until somebody asks for it.
  public record Slot(int number, String opens, String closes, boolean folded) {
    public boolean first() {
      return number == 1;
    }
  }
}
