package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// Who had lost their password chose another by a link. Whoever was signed in as them no longer is.
public record AgentLetBackIn(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
