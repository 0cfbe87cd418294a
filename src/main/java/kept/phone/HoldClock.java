package kept.phone;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long somebody is on hold, by the monotonic clock.
final class HoldClock {
  private @Nullable Long since;

  void begins(long nanos) {
    if (since == null) since = nanos;
  }

  /// Since it began; nothing where it did not.
  Duration ends(long nanos) {
    var began = since;
    since = null;
    return began == null ? Duration.ZERO : Duration.ofNanos(nanos - began);
  }
}
