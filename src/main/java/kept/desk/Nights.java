package kept.desk;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kept.team.OpeningHours.Span;

/// Opening over midnight, between how people say it ("Friday 18:00 to 2:00") and how it is kept,
/// each day by itself. Pure.
final class Nights {
  /// Longer than this is mostly a slip between am and pm.
  static final Duration LONGEST = Duration.ofHours(16);

  private Nights() {}

  /// A span as people say it; one that closes before it opens closes on the day after.
  record Said(LocalTime opens, LocalTime closes) {
    boolean overMidnight() {
      return !closes.equals(LocalTime.MAX) && !closes.isAfter(opens);
    }

    Duration length() {
      var length = Duration.between(opens, closes);
      return overMidnight() ? length.plusDays(1) : length;
    }
  }

  /// The part of a span that falls on the day on which it is said.
  static Span evening(Said said) {
    return new Span(said.opens, said.overMidnight() ? LocalTime.MAX : said.closes);
  }

  /// Each weekday with what ends on the morning after told as one.
  static Map<DayOfWeek, List<Said>> told(Map<DayOfWeek, List<Span>> week) {
    var told = new EnumMap<DayOfWeek, List<Said>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      var before = week.getOrDefault(day.minus(1), List.of());
      var after = week.getOrDefault(day.plus(1), List.of());
      told.put(day, told(before, week.getOrDefault(day, List.of()), after));
    }
    return told;
  }

  /// One day between the days around it.
  static List<Said> told(List<Span> before, List<Span> day, List<Span> after) {
    var told = new ArrayList<Said>();
    for (var span : day) {
      if (!before.isEmpty() && runsOn(before.getLast(), span)) continue;
      var night = span.equals(day.getLast()) && !after.isEmpty() && runsOn(span, after.getFirst());
      told.add(new Said(span.opens(), night ? after.getFirst().closes() : span.closes()));
    }
    return told;
  }

  /// Whether this morning is the end of the evening before, as one night: not of a whole day.
  static boolean runsOn(Span evening, Span morning) {
    if (!evening.closes().equals(LocalTime.MAX) || !morning.opens().equals(LocalTime.MIN))
      return false;
    if (evening.opens().equals(LocalTime.MIN) || morning.closes().equals(LocalTime.MAX))
      return false;
    var said = new Said(evening.opens(), morning.closes());
    return said.overMidnight() && said.length().compareTo(LONGEST) <= 0;
  }
}
