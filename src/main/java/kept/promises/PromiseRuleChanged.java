package kept.promises;

import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;

/// When people hear of a promise, or how soon a caller is rung back, is another time now.
public record PromiseRuleChanged(AgentId by) implements Event {
  @Override
  public Id subject() {
    return by;
  }
}
