package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// This browser's session was ended, there or from another device.
public record AgentSignedOut(AgentId agent, SessionId session) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
