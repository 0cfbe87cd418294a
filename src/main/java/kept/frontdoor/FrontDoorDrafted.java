package kept.frontdoor;

import kept.platform.Event;
import kept.platform.Id;

/// Somebody changed the draft of a front door, or threw it away. Callers notice nothing.
public record FrontDoorDrafted(FrontDoorId frontDoor) implements Event {
  @Override
  public Id subject() {
    return frontDoor;
  }
}
