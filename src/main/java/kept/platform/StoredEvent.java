package kept.platform;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A fact as the log holds it: its kind in snake_case, who did it (none: Kept itself), and its
/// place.
public record StoredEvent(
    EventCursor cursor,
    Instant at,
    String kind,
    UUID subject,
    @Nullable UUID actor,
    JsonNode facts) {}
