package kept.team;

import java.util.UUID;
import kept.platform.Id;

public record ShopDeviceId(UUID value) implements Id {
  public static ShopDeviceId next() {
    return new ShopDeviceId(Id.fresh());
  }

  public static ShopDeviceId parse(String text) {
    return new ShopDeviceId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
