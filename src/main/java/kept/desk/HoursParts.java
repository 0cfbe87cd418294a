package kept.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page about opening hours is made of, in words already chosen.
public record HoursParts(
    String sentence, List<Ahead> ahead, ShopForm shop, PublicDays publicDays, OwnDays own) {

  /// Hours that saved themselves: what that does, and the page as it is now.
  public record Saved(String words, HoursParts parts) {}

  /// One of the next seven days as it will really be. `hours` are stretches ("8–12", "1–6"), empty
  /// when it is closed; `name` says what makes it another day than usual.
  public record Ahead(
      String weekday,
      String date,
      List<String> hours,
      @Nullable String name,
      boolean today,
      List<Bar> bars) {}

  /// A stretch of opening in a drawing that is 100 high.
  public record Bar(int y, int height) {}

  /// Posts `country` and `part`; `parts` is empty where a country has none. `unsaved` is a choice
  /// that is only looked at.
  public record PublicDays(
      List<Choice> countries,
      List<Choice> parts,
      List<Coming> coming,
      boolean unsaved,
      @Nullable String error) {}

  /// "Thu, Nov 26", "Thanksgiving Day", and what it changes: "you’re closed on Sundays anyway".
  public record Coming(String date, String name, @Nullable String but) {}

  /// Posts `date`, `name`, `kind` (`closed` or `hours`) and slots as a week does, of `day`.
  public record OwnDays(
      List<Own> coming, String date, String name, boolean closed, List<WeekForm.Slot> slots) {}

  /// `day` is in its address: 2026-12-24.
  public record Own(String day, String date, String name, String hours) {}
}
