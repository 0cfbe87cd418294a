package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// Somebody can come in with this passkey from now on.
public record PasskeyAdded(AgentId agent, PasskeyId passkey) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
