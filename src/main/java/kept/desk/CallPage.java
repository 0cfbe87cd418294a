package kept.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody to call about a promise: their numbers (none when we know none), what was promised in a
/// sentence, and the promise's own page. `addHref` is where a number is written down, for whoever
/// may.
public record CallPage(
    Frame frame,
    String name,
    List<String> numbers,
    String promised,
    String promiseHref,
    @Nullable String addHref) {}
