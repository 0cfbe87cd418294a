package kept.platform;

import java.util.UUID;

/// The other side will not take it, now or later.
public record DeliveryRefused(DeliveryId delivery, UUID about) implements Event {
  @Override
  public Id subject() {
    return delivery;
  }
}
