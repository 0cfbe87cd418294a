package kept.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kept.team.OpeningHours;

/// The day on which the story stands: today, wherever on earth it is 2:24 in the afternoon now.
///
/// So the sample shop's time is the real time, and its afternoon is as busy at midnight.
record SampleDay(LocalDate today, ZoneOffset zone) {
  static final LocalTime NOW = LocalTime.of(14, 24);
  private static final LocalTime OPENS = LocalTime.of(8, 0);
  private static final LocalTime CLOSES = LocalTime.of(18, 0);
  /// In the story the shop was closed two days ago.
  private static final int CLOSED = -2;

  private static final Pattern WEEKDAY = Pattern.compile("\\{(-?\\d+)}");

  /// Of the two days on which it can be 2:24 now, one in the week; else the nearer one.
  static SampleDay around(Instant now) {
    var minute = now.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC);
    var date = minute.toLocalDate();
    var days = Stream.of(date, date.minusDays(1), date.plusDays(1))
        .map(day -> on(day, Duration.between(minute.toLocalDateTime(), day.atTime(NOW))))
        .flatMap(Optional::stream)
        .toList();
    return days.stream().filter(SampleDay::isInTheWeek).findFirst().orElse(days.getFirst());
  }

  /// The shop opens every day but the one two days ago, and always on the day of the story.
  OpeningHours hours() {
    var closed = today.plusDays(CLOSED).getDayOfWeek();
    Map<DayOfWeek, List<OpeningHours.Span>> spans = Stream.of(DayOfWeek.values())
        .filter(day -> day != closed)
        .collect(
            Collectors.toMap(day -> day, day -> List.of(new OpeningHours.Span(OPENS, CLOSES))));
    return new OpeningHours(zone, spans);
  }

  Instant at(int day, LocalTime time) {
    return today.plusDays(day).atTime(time).toInstant(zone);
  }

  /// Whether both are on the same day of the shop's.
  boolean isSame(Instant one, Instant other) {
    return one.atOffset(zone).toLocalDate().equals(other.atOffset(zone).toLocalDate());
  }

  /// Words with the days in them called by name: `{-1}` is yesterday's weekday.
  String say(String words) {
    return WEEKDAY
        .matcher(words)
        .replaceAll(found -> today
            .plusDays(Integer.parseInt(found.group(1)))
            .getDayOfWeek()
            .getDisplayName(TextStyle.FULL, Locale.US));
  }

  private static Optional<SampleDay> on(LocalDate day, Duration offset) {
    var limit = Duration.ofHours(18);
    if (offset.abs().compareTo(limit) > 0) return Optional.empty();
    return Optional.of(
        new SampleDay(day, ZoneOffset.ofTotalSeconds(Math.toIntExact(offset.toSeconds()))));
  }

  private static boolean isInTheWeek(SampleDay day) {
    return day.today.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }
}
