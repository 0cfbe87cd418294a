package kept.promises.hearing;

import java.time.LocalDateTime;
import kept.promises.Kind;
import org.jspecify.annotations.Nullable;

/// A promise that was heard in words: what, by when, how firmly, and where in the text.
///
/// `dueEarliest` and `dueLatest` are local to the minute; both are null when no time was named,
/// when it was vague ("soon") or hangs on an event ("once the part is in"). `dueWords` are empty
/// when nothing says when.
public record Heard(
    String what,
    Kind kind,
    String dueWords,
    @Nullable LocalDateTime dueEarliest,
    @Nullable LocalDateTime dueLatest,
    Strength strength,
    int start,
    int end) {}
