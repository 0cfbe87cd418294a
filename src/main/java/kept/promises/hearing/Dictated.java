package kept.promises.hearing;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// By when something that was dictated is to be done, and which letters of the text say so.
///
/// `dueEarliest` and `dueLatest` are local to the minute, and there exactly when the timing is a
/// `TIME`.
public record Dictated(
    Timing timing,
    List<Span> spans,
    @Nullable LocalDateTime dueEarliest,
    @Nullable LocalDateTime dueLatest) {
  static final Dictated UNSAID = new Dictated(Timing.UNSAID, List.of(), null, null);

  public enum Timing {
    /// Nothing says when.
    UNSAID,
    /// "soon", "once the part is in".
    VAGUE,
    /// A time that is over, or that no calendar has.
    OVER,
    TIME
  }

  /// From which letter of the text to which.
  public record Span(int start, int end) {}
}
