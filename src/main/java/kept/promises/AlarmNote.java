package kept.promises;

/// What an alarm says to one of the team on a channel of theirs. `path` is where the desk shows it;
/// `unseen` counts the alarms that they have not seen, this one included.
public record AlarmNote(Promise promise, Step step, AlarmWords words, String path, int unseen) {}
