package kept.promises.hearing;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A time as it was said, not yet laid on a calendar: "by half four tomorrow".
record When(
    Lead lead,
    boolean about,
    @Nullable DayWord day,
    TimeWords.@Nullable Part part,
    @Nullable Clock clock,
    @Nullable Length length,
    @Nullable Door door,
    int from,
    int to) {

  /// What stands before it: "by 4", "before Friday", "in two hours".
  enum Lead {
    NONE,
    AT,
    ON,
    BY,
    BEFORE,
    IN,
    FOR,
    AFTER;

    /// With one more word before the time: "on … by", "at … around".
    Lead then(String role) {
      return switch (role) {
        case "by" -> BY;
        case "before" -> BEFORE;
        case "in" -> this == NONE ? IN : this;
        case "at" -> this == NONE || this == ON ? AT : this;
        case "on" -> this == NONE ? ON : this;
        case "for" -> this == NONE ? FOR : this;
        case "after" -> this == NONE || this == ON ? AFTER : this;
        default -> this;
      };
    }
  }

  /// Which half of the day an hour is in, if that was said.
  enum Half {
    UNSAID,
    MORNING,
    AFTERNOON
  }

  /// A point on the clock, or the end of a span that begins at `from`.
  record Clock(LocalTime time, Half half, @Nullable LocalTime from) {}

  /// How long: "3 business days", "fifteen minutes".
  record Length(double amount, Unit unit, boolean business) {}

  enum Unit {
    MINUTES,
    HOURS,
    DAYS,
    WEEKS,
    FORTNIGHTS,
    MONTHS
  }

  /// When the shop opens ("first thing"), closes ("before we shut"), or the night between.
  enum Door {
    OPENS,
    CLOSES,
    NIGHT
  }

  boolean namesDayOnly() {
    return day != null && part == null && clock == null && length == null && door == null;
  }

  boolean namesNoHour() {
    return day != null && clock == null && length == null && door == null;
  }

  boolean namesNoDay() {
    return day == null && length == null;
  }

  /// This hour on that day, in the part of it that either names.
  When on(When other) {
    var within = part == null ? other.part : part;
    return new When(lead, about, other.day, within, clock, length, door, from, to);
  }
}
