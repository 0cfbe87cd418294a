package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// The link under which their calendar reads their promises is another one, or gone.
public record CalendarLinkChanged(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
