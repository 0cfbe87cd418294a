package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// When somebody works, is away or wants silence is another than before.
public record PresenceChanged(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
