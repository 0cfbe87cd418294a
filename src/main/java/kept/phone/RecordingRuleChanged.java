package kept.phone;

import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;

/// The owner chose how long recordings are kept.
public record RecordingRuleChanged(AgentId by) implements Event {
  @Override
  public Id subject() {
    return by;
  }
}
