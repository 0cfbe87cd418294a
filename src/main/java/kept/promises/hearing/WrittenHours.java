package kept.promises.hearing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kept.platform.Refusal;
import kept.team.OpeningHours;
import kept.team.OpeningHours.Span;

/// Opening hours as one line: "Mon-Fri 08:00-12:00 13:00-17:00, Sat 09:00-13:00, no holidays".
final class WrittenHours {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String USUAL = "Mon-Fri 09:00-17:00";

  private WrittenHours() {}

  static OpeningHours usual(ZoneId zone) {
    return read(USUAL, zone);
  }

  static OpeningHours read(String line, ZoneId zone) {
    var spans = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    for (var part : line.split(",")) {
      var words = part.strip().split("\\s+");
      if (words[0].isEmpty() || words[0].equalsIgnoreCase("no")) continue;
      for (var day : days(words[0], line)) put(spans, day, words, line);
    }
    return new OpeningHours(zone, Map.copyOf(spans));
  }

  private static void put(
      Map<DayOfWeek, List<Span>> spans, DayOfWeek day, String[] words, String line) {
    var all = spans.computeIfAbsent(day, _ -> new ArrayList<>());
    for (int at = 1; at < words.length; at++)
      if (!words[at].equalsIgnoreCase("closed")) all.add(span(words[at], line));
  }

  private static List<DayOfWeek> days(String words, String line) {
    if (words.equalsIgnoreCase("daily")) return List.of(DayOfWeek.values());
    var ends = words.split("-");
    var first = day(ends[0], line);
    var last = day(ends[ends.length - 1], line);
    var days = new ArrayList<DayOfWeek>();
    for (var day = first; ; day = day.plus(1)) {
      days.add(day);
      if (day == last) return days;
    }
  }

  private static DayOfWeek day(String word, String line) {
    var start = word.toLowerCase(Locale.ROOT);
    var found = start.length() < 3 ? -1 : DAYS.indexOf(start.substring(0, 3));
    if (found < 0) throw unreadable(line);
    return DayOfWeek.of(found + 1);
  }

  private static Span span(String words, String line) {
    var ends = words.split("-");
    if (ends.length != 2) throw unreadable(line);
    try {
      var closes = ends[1].equals("24:00") ? LocalTime.MAX : LocalTime.parse(ends[1]);
      return new Span(LocalTime.parse(ends[0]), closes);
    } catch (DateTimeException e) {
      throw unreadable(line);
    }
  }

  private static Refusal unreadable(String line) {
    return new Refusal(
        "The hours \"" + line + "\" have to look like: Mon-Fri 08:00-17:00, Sat 09:00-13:00.");
  }
}
