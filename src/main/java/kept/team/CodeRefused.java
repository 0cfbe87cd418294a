package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// Somebody knew the first half of a way in, and not the code.
public record CodeRefused(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
