package kept.email;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParsePosition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reads the `Date` header. A date that cannot be meant is no date.
final class MailDates {
  /// SMTP began in 1982; a date before it, or a century ahead, is a broken clock.
  private static final Instant EARLIEST = Instant.parse("1982-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private MailDates() {}

  static @Nullable Instant parse(@Nullable String header) {
    if (header == null) return null;
    try {
      var date = new MailDateFormat().parse(header, new ParsePosition(0));
      if (date == null) return null;
      var at = date.toInstant();
      return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? null : at;
    } catch (RuntimeException notADate) {
      return null;
    }
  }
}
