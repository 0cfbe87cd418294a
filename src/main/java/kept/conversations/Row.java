package kept.conversations;

import org.jspecify.annotations.Nullable;

/// A conversation as a list shows it: with whom, and the last words said in it.
public record Row(
    Conversation conversation,
    String customerName,
    @Nullable Message last) {}
