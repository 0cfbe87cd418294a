package kept.desk;

import java.util.List;
import kept.platform.pages.Face;
import org.jspecify.annotations.Nullable;

/// Today: the sentence, the line, who waits, what is promised, and what is good to know beside it.
/// Who waits is not shown to a helper.
public record TodayPage(
    Frame frame,
    Lede lede,
    DayLine line,
    @Nullable Waiting waiting,
    Promised promised,
    Side side,
    List<Step> firstSteps) {

  /// "Five promises left today." and, in amber, what is in danger and why. A helper keeps promises
  /// and makes none.
  public record Lede(
      String date,
      @Nullable String hours,
      String sentence,
      @Nullable String danger,
      boolean mayPromise) {

    /// As usual, which a phone has no room to say.
    public boolean open() {
      return hours != null && hours.startsWith("open until");
    }
  }

  /// The longest wait first, and how many more there are than are listed.
  public record Waiting(List<WaitRow> rows, int more) {
    /// Whoever waits longest with nobody at work on it.
    public boolean isNext(WaitRow row) {
      return rows.stream()
          .filter(other -> other.takenBy() == null)
          .findFirst()
          .filter(row::equals)
          .isPresent();
    }
  }

  /// `left` is short ("5 left today"); `more` counts what is not listed, first of all alarms beyond
  /// three; `quiet` says how it is when nothing is left today, and what comes next.
  public record Promised(
      String left,
      List<PromiseRow> today,
      List<PromiseRow> tomorrow,
      int more,
      @Nullable String quiet) {}

  public record Side(List<Gentle> gentle, List<Here> team, List<Fact> week) {}

  /// Somebody who needs a gentle hand, with the reason.
  public record Gentle(Face face, String name, String href, String why) {}

  public record Here(Face face, String name, String doing) {}

  public record Fact(String what, String value) {}

  /// What is left to set up on the first day.
  public record Step(String words, String href, boolean done) {}
}
