package kept.promises;

import java.util.UUID;
import kept.platform.Id;

public record AlarmId(UUID value) implements Id {
  public static AlarmId next() {
    return new AlarmId(Id.fresh());
  }

  public static AlarmId parse(String text) {
    return new AlarmId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
