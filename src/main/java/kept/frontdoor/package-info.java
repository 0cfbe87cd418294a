/// The front door: the plan for whoever rings, whether it keeps law 6, what it will cost them, its
/// greetings, its draft, whose calls ring nobody; and the calls of ours that they book.
///
/// Owns: `front_door`, `front_door_past`, `nuisance`, `booking_link`, `ring_at`. Publishes:
/// `FrontDoorChanged`, `FrontDoorDrafted`, `NuisanceChanged`, `NumberAsked`. Uses: platform,
/// line, team, customers, conversations, promises.
@org.jspecify.annotations.NullMarked
package kept.frontdoor;
