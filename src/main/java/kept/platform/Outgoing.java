package kept.platform;

import java.time.Instant;
import java.util.UUID;

/// Something to go out of the house to one address, not before a time. `about` is the row whose
/// news it is; `body` is written as JSON for the sender of its kind.
public record Outgoing(
    DeliveryId id, String kind, String address, UUID about, Object body, Instant notBefore) {

  public static Outgoing of(
      String kind, String address, UUID about, Object body, Instant notBefore) {
    return new Outgoing(DeliveryId.next(), kind, address, about, body, notBefore);
  }
}
