package kept.phone;

import kept.platform.Event;
import kept.platform.Id;

/// Something happened in a call that goes on, or is done with it.
public record CallChanged(CallId call, What what) implements Event {
  public enum What {
    /// They hear music.
    HELD,
    RESUMED,
    /// They have heard music for a minute or more.
    FORGOTTEN,
    /// They wait until somebody is free.
    QUEUED,
    /// A colleague is asked before the call is handed over, or no longer.
    CONSULTING,
    /// Three talk, or two again.
    JOINED,
    RECORDING,
    PAUSED,
    WRAPPED_UP
  }

  @Override
  public Id subject() {
    return call;
  }
}
