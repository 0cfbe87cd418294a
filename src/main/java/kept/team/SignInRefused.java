package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// Somebody tried to come in as this agent with a wrong password.
public record SignInRefused(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
