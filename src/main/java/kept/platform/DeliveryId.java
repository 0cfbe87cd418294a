package kept.platform;

import java.util.UUID;

public record DeliveryId(UUID value) implements Id {
  public static DeliveryId next() {
    return new DeliveryId(Id.fresh());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
