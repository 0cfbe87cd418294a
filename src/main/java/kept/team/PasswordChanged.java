package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// They chose another password, and were signed out everywhere else.
public record PasswordChanged(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
