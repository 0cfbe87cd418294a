package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// They came in, in this browser, this way.
public record AgentSignedIn(AgentId agent, SessionId session, WayIn way) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
