package kept.frontdoor;

import kept.platform.Event;
import kept.platform.Id;

/// Whoever rings from now on meets another plan.
public record FrontDoorChanged(FrontDoorId frontDoor) implements Event {
  @Override
  public Id subject() {
    return frontDoor;
  }
}
