package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// This device is nobody’s any more.
public record ShopDeviceRemoved(ShopDeviceId device) implements Event {
  @Override
  public Id subject() {
    return device;
  }
}
