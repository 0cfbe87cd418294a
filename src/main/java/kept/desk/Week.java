package kept.desk;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kept.platform.Refusal;
import kept.team.OpeningHours;
import org.jspecify.annotations.Nullable;

/// The opening hours as a form has them: for each weekday from when to when, both empty where the
/// shop is closed.
record Week(Map<DayOfWeek, Day> days) {
  /// What stands in a day's two fields.
  record Day(String opens, String closes) {
    static final Day CLOSED = new Day("", "");

    boolean isClosed() {
      return opens.isEmpty() && closes.isEmpty();
    }
  }

  /// What most shops have, to be corrected.
  static Week usual() {
    return of(day -> day == DayOfWeek.SUNDAY ? Day.CLOSED : new Day("08:00", "18:00"));
  }

  static Week of(OpeningHours hours) {
    return of(day -> {
      var spans = hours.spans().getOrDefault(day, List.of());
      if (spans.isEmpty()) return Day.CLOSED;
      return new Day(written(spans.getFirst().opens()), written(spans.getLast().closes()));
    });
  }

  static Week typed(Form form) {
    return of(day -> new Day(form.text("opens_" + key(day)), form.text("closes_" + key(day))));
  }

  List<ShopForm.Day> rows() {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> {
          var typed = days.getOrDefault(day, Day.CLOSED);
          return new ShopForm.Day(key(day), words(day), typed.opens, typed.closes);
        })
        .toList();
  }

  /// The hours that the fields say; what can't be is a mistake on that day's second field.
  OpeningHours hours(ZoneId zone, Mistakes mistakes) {
    Map<DayOfWeek, List<OpeningHours.Span>> spans = new EnumMap<>(DayOfWeek.class);
    days.forEach((day, typed) -> {
      if (typed.isClosed()) return;
      var span = mistakes.on("closes_" + key(day), () -> span(day, typed));
      if (span != null) spans.put(day, List.of(span));
    });
    return new OpeningHours(zone, spans);
  }

  private static OpeningHours.Span span(DayOfWeek day, Day typed) {
    var opens = time(typed.opens);
    var closes = time(typed.closes);
    if (opens == null || closes == null)
      throw new Refusal("Say both when " + words(day) + " begins and when it ends.");
    var ends = closes.equals(LocalTime.MIDNIGHT) ? LocalTime.MAX : closes;
    if (!ends.isAfter(opens)) throw new Refusal(words(day) + " has to end after it begins.");
    return new OpeningHours.Span(opens, ends);
  }

  private static @Nullable LocalTime time(String typed) {
    try {
      return LocalTime.parse(typed);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String written(LocalTime time) {
    return time.equals(LocalTime.MAX)
        ? "00:00"
        : "%02d:%02d".formatted(time.getHour(), time.getMinute());
  }

  private static Week of(java.util.function.Function<DayOfWeek, Day> day) {
    Map<DayOfWeek, Day> days = new EnumMap<>(DayOfWeek.class);
    for (var each : DayOfWeek.values()) days.put(each, day.apply(each));
    return new Week(days);
  }

  private static String key(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private static String words(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.US);
  }
}
