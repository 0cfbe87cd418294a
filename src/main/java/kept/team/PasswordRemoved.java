package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// No password lets them in any more; a passkey does.
public record PasswordRemoved(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
