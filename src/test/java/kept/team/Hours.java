package kept.team;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Opening hours as people write them: "Mon-Fri 08:00-12:00,13:00-17:00; Sat 09:00-24:00".
public final class Hours {
  public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private Hours() {}

  public static OpeningHours of(String week) {
    return of(week, NEW_YORK);
  }

  public static OpeningHours of(String week, ZoneId zone) {
    Map<DayOfWeek, List<OpeningHours.Span>> spans = new EnumMap<>(DayOfWeek.class);
    for (var part : week.split("; ")) {
      if (part.isEmpty()) continue;
      var words = part.split(" ");
      days(words[0]).forEach(day -> spans.put(day, spans(words[1])));
    }
    return new OpeningHours(zone, spans);
  }

  public static OpeningHours withHolidays(OpeningHours hours, String region) {
    return new OpeningHours(hours.zone(), hours.spans(), hours.specialDays(), Holidays.in(region));
  }

  public static OpeningHours with(OpeningHours hours, String day, String name, String spans) {
    var date = LocalDate.parse(day);
    var special = Map.of(date, new SpecialDay(date, name, spans(spans)));
    return new OpeningHours(hours.zone(), hours.spans(), special, hours.holidays());
  }

  /// "2026-11-24 15:40" by the shop's clock.
  public static Instant at(OpeningHours hours, String local) {
    return LocalDateTime.parse(local.replace(' ', 'T')).atZone(hours.zone()).toInstant();
  }

  public static String local(OpeningHours hours, Instant at) {
    return at.atZone(hours.zone()).toLocalDateTime().toString().replace('T', ' ');
  }

  private static List<OpeningHours.Span> spans(String text) {
    if (text.isEmpty()) return List.of();
    return Stream.of(text.split(","))
        .map(span -> span.split("-"))
        .map(span -> new OpeningHours.Span(time(span[0]), time(span[1])))
        .toList();
  }

  private static LocalTime time(String text) {
    return text.equals("24:00") ? LocalTime.MAX : LocalTime.parse(text);
  }

  private static List<DayOfWeek> days(String text) {
    var ends = Stream.of(text.split("-")).map(Hours::day).toList();
    return Stream.of(DayOfWeek.values())
        .filter(day -> day.compareTo(ends.getFirst()) >= 0 && day.compareTo(ends.getLast()) <= 0)
        .toList();
  }

  private static DayOfWeek day(String text) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> day.name().startsWith(text.toUpperCase(java.util.Locale.ROOT)))
        .findFirst()
        .orElseThrow();
  }
}
