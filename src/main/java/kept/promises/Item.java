package kept.promises;

import org.jspecify.annotations.Nullable;

/// A promise as lists show it: with the name of whom it was made to, and the last step of its
/// ladder that nobody has taken up yet.
public record Item(
    Promise promise, String customerName, @Nullable Step alarmed) {}
