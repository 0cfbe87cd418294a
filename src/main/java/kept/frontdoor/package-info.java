/// The front door: the plan for whoever rings, whether it keeps law 6, and what it will cost them.
///
/// Owns: `front_door`. Publishes: `FrontDoorChanged`. Uses: platform, team.
@org.jspecify.annotations.NullMarked
package kept.frontdoor;
