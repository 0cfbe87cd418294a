package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// The shop's name, zone, hours or address is another one now.
public record BusinessChanged(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
