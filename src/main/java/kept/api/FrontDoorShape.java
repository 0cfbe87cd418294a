package kept.api;

import java.util.Map;
import kept.frontdoor.CallerCost;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.WrittenPlan;

/// A front door as programs read it, with what it costs a caller: keys, seconds to a person, how
/// long it ever rings, and how often they say who they are.
record FrontDoorShape(
    FrontDoorId id,
    String name,
    Map<String, Object> plan,
    int keys,
    long seconds,
    long whenBusy,
    long longest,
    int names) {
  static FrontDoorShape of(FrontDoor of) {
    var cost = CallerCost.of(of.plan());
    return new FrontDoorShape(
        of.id(),
        of.name(),
        WrittenPlan.of(of.plan()),
        cost.keys(),
        cost.toAPerson().toSeconds(),
        cost.whenBusy().toSeconds(),
        cost.longest().toSeconds(),
        cost.names());
  }
}
