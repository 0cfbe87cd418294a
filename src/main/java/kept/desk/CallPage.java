package kept.desk;

import java.util.List;

/// Somebody to call about a promise: their numbers (none when we know none), what was promised in a
/// sentence, and the promise's own page.
public record CallPage(
    Frame frame, String name, List<String> numbers, String promised, String promiseHref) {}
