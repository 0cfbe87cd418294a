package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// Somebody who is signed in showed once more that it is them.
public record AgentProven(AgentId agent, SessionId session) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
