package kept.frontdoor;

import java.time.Instant;

/// What a front door was, from when it was put in force until something else was.
public record PastDoor(
    PastDoorId id, FrontDoorId door, Plan plan, Instant beganAt, Instant endedAt) {}
