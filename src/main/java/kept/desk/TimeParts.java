package kept.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page about somebody's time is made of: where they are, what is planned, when they work,
/// when they want silence. In words already chosen.
public record TimeParts(
    Whose whose,
    String sentence,
    boolean absent,
    List<Planned> planned,
    Leaving leaving,
    Shifts shifts,
    Quiet quiet) {

  /// Whose time it is: `base` is the address that its forms post below, `self` whoever looks.
  public record Whose(String base, String name, boolean self, boolean mayChangeHours) {}

  /// An absence that has not begun.
  public record Planned(String id, String words) {}

  /// Asks for `kind`, `from` and `until`; `what` says what would happen, before it is posted.
  public record Leaving(
      List<Choice> kinds,
      String from,
      String until,
      @Nullable What what) {}

  /// What an absence changes: a sentence, the promises it touches, and the words that say yes;
  /// `yes` is null when it is so already.
  public record What(
      String sentence, List<String> promises, @Nullable String yes) {
    What told() {
      return new What(sentence, promises, null);
    }
  }

  /// Posts `own` (`yes` or `no`), `mark`, and a week.
  public record Shifts(boolean own, WeekForm week, String mark) {}

  /// Working hours that saved themselves: what that does, and the mark of what is saved now.
  public record ShiftsSaved(String words, String mark) {}

  /// Posts `quiet` (`yes` or `no`), `starts`, `ends`.
  public record Quiet(boolean on, String starts, String ends) {}
}
