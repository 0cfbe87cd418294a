package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// They came in, in this browser.
public record AgentSignedIn(AgentId agent, SessionId session) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
