package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// From now on a password and a mailed link need a code beside them.
public record CodeAppAdded(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
