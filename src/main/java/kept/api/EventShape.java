package kept.api;

import java.time.Instant;
import java.util.UUID;
import kept.platform.StoredEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A fact as programs read it, with the cursor behind it.
record EventShape(
    String cursor,
    Instant at,
    String kind,
    UUID subject,
    @Nullable UUID actor,
    JsonNode facts) {
  static EventShape of(StoredEvent of) {
    return new EventShape(
        of.cursor().toString(), of.at(), of.kind(), of.subject(), of.actor(), of.facts());
  }
}
