package kept.promises;

import java.util.UUID;
import kept.platform.Id;

public record AlarmCheckId(UUID value) implements Id {
  public static AlarmCheckId next() {
    return new AlarmCheckId(Id.fresh());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
