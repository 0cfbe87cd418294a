package kept.promises;

import java.util.UUID;
import kept.platform.Id;

public record AlarmToldId(UUID value) implements Id {
  public static AlarmToldId next() {
    return new AlarmToldId(Id.fresh());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
