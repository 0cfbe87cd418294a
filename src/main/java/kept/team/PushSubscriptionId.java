package kept.team;

import java.util.UUID;
import kept.platform.Id;

public record PushSubscriptionId(UUID value) implements Id {
  public static PushSubscriptionId next() {
    return new PushSubscriptionId(Id.fresh());
  }

  public static PushSubscriptionId parse(String text) {
    return new PushSubscriptionId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
