package kept.promises.hearing;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// By when something that was dictated is to be done, and which letters of the text say so.
///
/// `dueEarliest` and `dueLatest` are local to the minute, and there exactly when the timing is a
/// `TIME` or `EITHER`; `or` is the other time of the latter.
public record Dictated(
    Timing timing,
    List<Span> spans,
    @Nullable LocalDateTime dueEarliest,
    @Nullable LocalDateTime dueLatest,
    @Nullable Or or) {
  static final Dictated UNSAID = without(Timing.UNSAID, List.of());

  static Dictated without(Timing timing, List<Span> spans) {
    return new Dictated(timing, spans, null, null, null);
  }

  /// What the same words may mean as well.
  public record Or(LocalDateTime earliest, LocalDateTime latest) {}

  public enum Timing {
    /// Nothing says when.
    UNSAID,
    /// "soon", "once the part is in".
    VAGUE,
    /// A time that is over, or that no calendar has.
    OVER,
    /// "yesterday", "two days ago": words of what is over, and maybe not of when.
    PAST,
    TIME,
    /// "3/4" is the third of April or the fourth of March; "this Tuesday", on a Tuesday, is today
    /// or in a week.
    EITHER
  }

  /// From which letter of the text to which.
  public record Span(int start, int end) {}
}
