package kept.promises.hearing;

import java.time.LocalDateTime;
import kept.team.OpeningHours;
import org.jspecify.annotations.Nullable;

/// What somebody of the shop said or wrote: the words, the customer's turn before them, and when by
/// the shop's clock. Without `at`, no time is resolved.
public record Said(
    String text, @Nullable String previous, @Nullable LocalDateTime at, OpeningHours hours) {
  /// In North America "3/4" is the fourth of March.
  boolean monthFirst() {
    var zone = hours.zone().getId();
    return zone.startsWith("America/") || zone.startsWith("US/");
  }
}
