package kept.phone;

import java.util.UUID;
import kept.platform.Id;

public record LineId(UUID value) implements Id {
  public static LineId next() {
    return new LineId(Id.fresh());
  }

  public static LineId parse(String text) {
    return new LineId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
