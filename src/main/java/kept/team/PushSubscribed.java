package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// Somebody wants their alarms on this browser too.
public record PushSubscribed(AgentId agent, PushSubscriptionId subscription) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
