package kept.promises;

/// What an alarm says to one of the team on a channel of theirs. `path` is where the desk shows it.
public record AlarmNote(PromiseId promise, Step step, AlarmWords words, String path) {}
