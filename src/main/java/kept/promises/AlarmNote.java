package kept.promises;

import org.jspecify.annotations.Nullable;

/// What is said to one of the team on a channel of theirs. `path` is where the desk shows it;
/// `unseen` counts the alarms that they have not seen, this one included. News of the alarms
/// themselves has neither promise nor step.
public record AlarmNote(
    AlarmWords words,
    String path,
    int unseen,
    @Nullable Promise promise,
    @Nullable Step step) {}
