package kept.texts;

import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;

/// Texts are carried by another account, or by none any more.
public record TextsSetUpChanged(AgentId by) implements Event {
  @Override
  public Id subject() {
    return by;
  }
}
