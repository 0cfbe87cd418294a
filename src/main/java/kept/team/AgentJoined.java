package kept.team;

import kept.platform.Event;
import kept.platform.Id;

public record AgentJoined(AgentId agent, Role role) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
