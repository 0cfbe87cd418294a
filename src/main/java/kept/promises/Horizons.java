package kept.promises;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import kept.team.ShopTime;

/// Now, and where today, tomorrow and this week end in the shop's zone; each is the first instant
/// that no longer belongs. Near the week's end its rest may be nothing. Pure.
public record Horizons(Instant now, Instant today, Instant tomorrow, Instant week) {

  public static Horizons of(Instant now, ShopTime time) {
    var day = time.day(now);
    var monday = day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    var afterTomorrow = day.plusDays(2);
    var week = monday.isBefore(afterTomorrow) ? afterTomorrow : monday;
    return new Horizons(
        now,
        day.plusDays(1).atStartOfDay(time.zone()).toInstant(),
        afterTomorrow.atStartOfDay(time.zone()).toInstant(),
        week.atStartOfDay(time.zone()).toInstant());
  }

  /// When a promise is due, as seen from now.
  public enum Span {
    LATE,
    TODAY,
    TOMORROW,
    WEEK,
    LATER
  }

  public Span spanOf(Instant due) {
    if (due.isBefore(now)) return Span.LATE;
    if (due.isBefore(today)) return Span.TODAY;
    if (due.isBefore(tomorrow)) return Span.TOMORROW;
    return due.isBefore(week) ? Span.WEEK : Span.LATER;
  }
}
