package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// This device is the shop’s from now on: it shows faces.
public record ShopDeviceMade(ShopDeviceId device) implements Event {
  @Override
  public Id subject() {
    return device;
  }
}
