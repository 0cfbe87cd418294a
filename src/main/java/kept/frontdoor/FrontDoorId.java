package kept.frontdoor;

import java.util.UUID;
import kept.platform.Id;

public record FrontDoorId(UUID value) implements Id {
  public static FrontDoorId next() {
    return new FrontDoorId(Id.fresh());
  }

  public static FrontDoorId parse(String text) {
    return new FrontDoorId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
