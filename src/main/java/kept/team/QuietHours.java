package kept.team;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import kept.platform.Refusal;

/// From when to when somebody's own things stay silent, by the shop's clock; over midnight when it
/// ends before it starts.
public record QuietHours(LocalTime starts, LocalTime ends) {
  public QuietHours {
    if (starts.equals(ends)) throw new Refusal("Quiet hours have to end at another time.");
  }

  /// The moment itself, or the end of the silence that it falls into.
  public Instant after(Instant at, ZoneId zone) {
    var local = at.atZone(zone);
    var time = local.toLocalTime();
    var overMidnight = ends.isBefore(starts);
    var inEvening = !time.isBefore(starts) && (overMidnight || time.isBefore(ends));
    var inMorning = overMidnight && time.isBefore(ends);
    if (!inEvening && !inMorning) return at;
    var day = inEvening && overMidnight ? local.toLocalDate().plusDays(1) : local.toLocalDate();
    return day.atTime(ends).atZone(zone).toInstant();
  }
}
