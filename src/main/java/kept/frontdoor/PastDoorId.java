package kept.frontdoor;

import java.util.UUID;
import kept.platform.Id;

public record PastDoorId(UUID value) implements Id {
  static PastDoorId next() {
    return new PastDoorId(Id.fresh());
  }

  public static PastDoorId parse(String text) {
    return new PastDoorId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
