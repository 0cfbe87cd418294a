package kept.exchange;

import kept.platform.Event;
import kept.platform.Id;

/// The whole shop was written into a file of so many bytes: whoever has it has everything.
public record BackupTaken(BackupId backup, Cause cause, long bytes) implements Event {
  public enum Cause {
    /// Somebody at the machine asked for it.
    COMMAND,
    NIGHT,
    UPGRADE
  }

  @Override
  public Id subject() {
    return backup;
  }
}
