package kept.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody to call about a promise: their numbers (none when we know none), what was promised in a
/// sentence, and the promise's own page where there is one. `addHref` is where a number is written
/// down, for whoever
/// may. `callHref` rings our own phone first; none where no line is set up, or for a helper.
public record CallPage(
    Frame frame,
    String name,
    List<String> numbers,
    String promised,
    @Nullable String promise,
    @Nullable String callHref,
    @Nullable String addHref) {}
