package kept.team;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// When the shop is open: spans of local time for each weekday. A weekday without one is closed.
///
/// Immutable and free of I/O.
public record OpeningHours(ZoneId zone, Map<DayOfWeek, List<Span>> spans) {
  /// One stretch of opening; `closes` is the first minute that is closed, and 24:00 is
  /// `LocalTime.MAX`.
  public record Span(LocalTime opens, LocalTime closes) {}

  public List<Span> on(LocalDate day) {
    return spans.getOrDefault(day.getDayOfWeek(), List.of());
  }

  public boolean isOpen(Instant at) {
    var local = at.atZone(zone).toLocalDateTime();
    return on(local.toLocalDate()).stream()
        .anyMatch(span ->
            !local.toLocalTime().isBefore(span.opens) && local.toLocalTime().isBefore(span.closes));
  }

  /// When the shop first opens on this day.
  public Optional<Instant> opening(LocalDate day) {
    return on(day).stream()
        .map(Span::opens)
        .min(LocalTime::compareTo)
        .map(time -> day.atTime(time).atZone(zone).toInstant());
  }

  /// When the shop last closes on this day.
  public Optional<Instant> closing(LocalDate day) {
    return on(day).stream()
        .map(Span::closes)
        .max(LocalTime::compareTo)
        .map(time -> day.atTime(time).atZone(zone).toInstant());
  }

  /// The instant at which this much open time has passed since `from`. A shop that is never open
  /// counts the clock instead.
  public Instant plusOpen(Instant from, Duration open) {
    if (spans.values().stream().allMatch(List::isEmpty)) return from.plus(open);
    var left = open;
    for (var day = from.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
      for (var span : on(day)) {
        var opens = day.atTime(span.opens()).atZone(zone).toInstant();
        var closes = day.atTime(span.closes()).atZone(zone).toInstant();
        var start = opens.isAfter(from) ? opens : from;
        if (!start.isBefore(closes)) continue;
        var until = start.plus(left);
        if (!until.isAfter(closes)) return until;
        left = left.minus(Duration.between(start, closes));
      }
    }
  }
}
