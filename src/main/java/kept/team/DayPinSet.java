package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// A PIN of theirs opens the shop’s devices until it closes.
public record DayPinSet(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
