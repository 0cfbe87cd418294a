package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// Somebody calls their passkey something else.
public record PasskeyNamed(AgentId agent, PasskeyId passkey) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
