package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// Their role, second, name or whether they take calls is another one now.
public record AgentChanged(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
