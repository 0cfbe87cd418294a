package kept.team;

import java.time.DayOfWeek;
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
}
