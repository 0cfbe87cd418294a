/// The front door: the plan for whoever rings, whether it keeps law 6, what it will cost them, its
/// greetings, its draft, and whose calls ring nobody.
///
/// Owns: `front_door`, `front_door_past`, `nuisance`. Publishes: `FrontDoorChanged`,
/// `FrontDoorDrafted`, `NuisanceChanged`. Uses: platform, line, team.
@org.jspecify.annotations.NullMarked
package kept.frontdoor;
