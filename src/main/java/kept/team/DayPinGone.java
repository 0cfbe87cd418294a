package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// Their PIN was tried wrongly too often, or they took it back.
public record DayPinGone(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
