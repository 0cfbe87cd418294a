package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// Somebody came in with one of their recovery codes, which is void now.
public record RecoveryCodeUsed(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
