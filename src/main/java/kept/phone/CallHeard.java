package kept.phone;

import kept.platform.Event;
import kept.platform.Id;

/// Somebody of us heard what was recorded.
public record CallHeard(CallId call) implements Event {
  @Override
  public Id subject() {
    return call;
  }
}
