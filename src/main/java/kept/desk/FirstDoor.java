package kept.desk;

import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.FrontDoors;
import kept.team.AgentId;

/// The front door that is meant where nobody chose one: the first there is. A shop without one gets
/// the usual one.
final class FirstDoor {
  private FirstDoor() {}

  static FrontDoor of(FrontDoors doors, AgentId by) {
    return doors.list().stream()
        .findFirst()
        .orElseGet(
            () -> doors.set(by, new FrontDoor(FrontDoorId.next(), "Shop", FrontDoors.usual())));
  }
}
