package kept.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How somebody comes in, on which device ("Firefox on Linux"), and by when they are out again: on
/// a device of the shop's when it closes.
public record Arrival(WayIn way, String device, @Nullable Instant until) {
  /// The end in any case: theirs, or this one when they have none before it.
  Instant endBy(Instant latest) {
    return until != null && until.isBefore(latest) ? until : latest;
  }
}
