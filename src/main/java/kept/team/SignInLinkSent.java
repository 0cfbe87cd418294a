package kept.team;

import kept.platform.Event;
import kept.platform.Id;

/// A link to come in with went to their mail address.
public record SignInLinkSent(AgentId agent) implements Event {
  @Override
  public Id subject() {
    return agent;
  }
}
