package kept.privacy;

import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;

/// How long things are kept is another time now.
public record PrivacyRuleChanged(AgentId by) implements Event {
  @Override
  public Id subject() {
    return by;
  }
}
