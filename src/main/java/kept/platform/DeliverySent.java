package kept.platform;

import java.util.UUID;

/// The other side took it.
public record DeliverySent(DeliveryId delivery, UUID about) implements Event {
  @Override
  public Id subject() {
    return delivery;
  }
}
