package kept.team;

import kept.platform.DeliveryId;
import kept.platform.Event;
import kept.platform.Id;

/// A browser showed what this delivery brought, and said so.
public record PushShown(AgentId agent, PushSubscriptionId subscription, DeliveryId delivery)
    implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
