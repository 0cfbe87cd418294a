package kept.phone;

import kept.platform.Event;
import kept.platform.Id;

/// A trunk, a number or a phone was added, changed or taken away.
public record PhoneSetUpChanged(Id changed) implements Event {
  @Override
  public Id subject() {
    return changed;
  }
}
