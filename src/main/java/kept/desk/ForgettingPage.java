package kept.desk;

import org.jspecify.annotations.Nullable;

/// What goes and what stays when somebody is forgotten. Posts `name`, which has to be theirs;
/// `owed` counts what we still owe them.
public record ForgettingPage(
    Frame frame,
    String id,
    String name,
    String first,
    int owed,
    @Nullable String error) {}
