package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// Ten new codes for when the code app is lost; older ones are void.
public record RecoveryCodesMade(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
