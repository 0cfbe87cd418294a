package kept.promises;

import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;

/// Somebody saw an alarm with their own eyes.
public record AlarmSeen(PromiseId promise, AlarmId alarm, AgentId agent) implements Event {
  @Override
  public Id subject() {
    return promise;
  }
}
