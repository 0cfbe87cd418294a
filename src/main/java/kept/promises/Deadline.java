package kept.promises;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import kept.platform.Refusal;
import kept.team.OpeningHours;

/// When something is due that was promised in words: lengths count open time, a named time is that
/// time. Pure.
public record Deadline(OpeningHours hours) {
  /// Two years, one of them a leap year. What is due later is mostly a slip of the pen.
  private static final Duration FARTHEST = Duration.ofDays(731);

  /// Nobody promises for longer than two years ahead, neither at first nor by a new time.
  public static void refuseTooFar(Instant due, Instant now) {
    if (due.isAfter(now.plus(FARTHEST)))
      throw new Refusal("That is over two years ahead. Choose a nearer day.");
  }

  /// "Within four hours": the moment at which the shop has been open for so long.
  public Instant in(Duration open, Instant from) {
    return hours.plusOpen(from, open);
  }

  /// "By Friday": when the shop closes on that day, or the last minute of a day on which it is
  /// closed.
  public Instant endOf(LocalDate day) {
    return hours.closing(day).orElseGet(() -> at(day.atTime(23, 59)));
  }

  /// "At half past two": that time by the shop's clock. One that the clock skips is as much later,
  /// of one that it shows twice the first is meant.
  public Instant at(LocalDateTime time) {
    return time.atZone(hours.zone()).toInstant();
  }
}
