package kept.promises;

import kept.platform.Event;
import kept.platform.Id;

/// The alarm of the daily self-check did not come on every way.
public record AlarmCheckFailed(AlarmCheckId check) implements Event {
  @Override
  public Id subject() {
    return check;
  }
}
