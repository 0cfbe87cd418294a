package kept.customers;

import java.time.Instant;

/// Something they have from us. `kind` picks the picture ("tv", "fridge"); `condition` is said when
/// it matters ("cracked").
public record Possession(String name, String kind, String condition, Instant boughtAt) {}
