package kept.phone;

import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;

/// The owner made the secret of the phone system that they kept, or took it back.
public record PbxKeyChanged(AgentId by) implements Event {
  @Override
  public Id subject() {
    return by;
  }
}
