package kept.promises;

import kept.platform.Event;
import kept.platform.Id;

/// The alarm of the daily self-check was fired. Whoever hears this after its commit proves that the
/// desk hears alarms.
public record AlarmCheckFired(AlarmCheckId check) implements Event {
  @Override
  public Id subject() {
    return check;
  }
}
