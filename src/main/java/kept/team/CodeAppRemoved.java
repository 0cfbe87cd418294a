package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// No code is asked any more.
public record CodeAppRemoved(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
