package kept.frontdoor;

/// A plan under the name that the owner gave it.
public record FrontDoor(FrontDoorId id, String name, Plan plan) {}
