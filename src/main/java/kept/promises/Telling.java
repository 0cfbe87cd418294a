package kept.promises;

import java.time.Instant;
import java.util.UUID;
import kept.platform.DeliveryId;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// That one of the team is told of an alarm; without a delivery it is on the desk.
record Telling(
    AlarmToldId id,
    AlarmId alarm,
    AgentId agent,
    String channel,
    @Nullable DeliveryId delivery,
    @Nullable Instant heldUntil) {
  @Nullable
  UUID deliveryValue() {
    return delivery == null ? null : delivery.value();
  }

  @Nullable
  String heldUntilText() {
    return heldUntil == null ? null : heldUntil.toString();
  }
}
