package kept.platform;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// One thing on its way out of the house, to one address.
///
/// `about` is the row that wants it sent, `body` what its sender needs. A `repeat` was begun before
/// and its end was not seen (we died in between): it may arrive twice.
public record Delivery(
    DeliveryId id,
    String kind,
    String address,
    UUID about,
    JsonNode body,
    int tries,
    boolean repeat) {}
