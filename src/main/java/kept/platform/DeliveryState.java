package kept.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a delivery is, with the other side's own words when it has said any.
public record DeliveryState(
    Stage stage, int tries, @Nullable Instant at, @Nullable String serverWords) {
  public enum Stage {
    QUEUED,
    SENT,
    REFUSED,
    BOUNCED
  }

  /// It did not arrive, and nobody tries any more.
  public boolean failed() {
    return stage == Stage.REFUSED || stage == Stage.BOUNCED;
  }
}
