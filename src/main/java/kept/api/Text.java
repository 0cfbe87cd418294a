package kept.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Reads what came as text; empty when it cannot be read.
final class Text {
  private static final int LAST_YEAR = 9999;

  private Text() {}

  /// False for what PostgreSQL's `text` does not hold: U+0000, half of a surrogate pair.
  static boolean canBeKept(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
  }

  /// A time of RFC 3339, in microseconds as PostgreSQL stores it.
  static Optional<Instant> time(String text) {
    try {
      var time = OffsetDateTime.parse(text);
      if (time.getYear() > LAST_YEAR || time.getYear() < 1) return Optional.empty();
      return Optional.of(time.toInstant().truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
