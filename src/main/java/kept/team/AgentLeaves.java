package kept.team;

import kept.platform.Event;
import kept.platform.Id;
import org.jspecify.annotations.Nullable;

/// Someone is leaving the team, now, in this transaction. Who listens inside it hands over what
/// they hold to `heir`, or refuses.
public record AgentLeaves(AgentId agent, @Nullable AgentId heir) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
