package kept.exchange;

import java.util.UUID;
import kept.platform.Id;

/// One backup in the log; it stands nowhere else, since files are found by their names.
public record BackupId(UUID value) implements Id {
  public static BackupId next() {
    return new BackupId(Id.fresh());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
