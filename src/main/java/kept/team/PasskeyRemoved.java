package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// This passkey opens nothing any more.
public record PasskeyRemoved(AgentId agent, PasskeyId passkey) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
