package kept.frontdoor;

import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;

/// Somebody changed the nuisance list. The number stays out of the log.
public record NuisanceChanged(AgentId by) implements Event {
  @Override
  public Id subject() {
    return by;
  }
}
