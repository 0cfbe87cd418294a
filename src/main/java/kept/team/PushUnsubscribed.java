package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// This browser takes no alarms any more: it was removed, signed out, or gave its address up.
public record PushUnsubscribed(AgentId agent, PushSubscriptionId subscription) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
