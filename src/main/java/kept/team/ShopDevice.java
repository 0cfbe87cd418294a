package kept.team;

import java.time.Instant;

/// A device that is the shop's and nobody's own: the tablet on the counter.
public record ShopDevice(ShopDeviceId id, String name, Instant madeAt) {}
