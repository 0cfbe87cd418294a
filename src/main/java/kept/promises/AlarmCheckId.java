package kept.promises;

import java.util.UUID;
import kept.platform.Id;

public record AlarmCheckId(UUID value) implements Id {
  public static AlarmCheckId next() {
    return new AlarmCheckId(Id.fresh());
  }

  public static AlarmCheckId parse(String text) {
    return new AlarmCheckId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
