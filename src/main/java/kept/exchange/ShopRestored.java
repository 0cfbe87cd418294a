package kept.exchange;

import kept.platform.Event;
import kept.platform.Id;

/// The shop came out of a backup and is open again; what was done after that backup is not in the
/// log.
public record ShopRestored(BackupId backup) implements Event {
  @Override
  public Id subject() {
    return backup;
  }
}
