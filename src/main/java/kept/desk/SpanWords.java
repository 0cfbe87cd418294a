package kept.desk;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import kept.team.OpeningHours.Span;

/// Stretches of a day in few letters: "8–6", "8:30–noon", "6 pm–2 am", "all day". Pure.
final class SpanWords {
  private static final LocalTime MORNING = LocalTime.of(5, 0);

  private SpanWords() {}

  /// "8–12 and 1–6", "closed".
  static String of(List<Span> spans) {
    if (spans.isEmpty()) return "closed";
    return spans.stream().map(SpanWords::of).collect(Collectors.joining(" and "));
  }

  static String of(Span span) {
    return of(new Nights.Said(span.opens(), span.closes()));
  }

  /// In daylight nobody says am or pm.
  static String of(Nights.Said said) {
    if (said.opens().equals(LocalTime.MIN) && said.closes().equals(LocalTime.MAX)) return "all day";
    var plain = !said.overMidnight()
        && !said.closes().equals(LocalTime.MAX)
        && !said.opens().isBefore(MORNING)
        && said.closes().isBefore(LocalTime.of(22, 0));
    return plain
        ? bare(said.opens()) + "–" + bare(said.closes())
        : time(said.opens()) + "–" + time(said.closes());
  }

  private static String bare(LocalTime time) {
    var hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    return time.getMinute() == 0 ? "" + hour : "%d:%02d".formatted(hour, time.getMinute());
  }

  private static String time(LocalTime time) {
    if (time.equals(LocalTime.MIN) || time.equals(LocalTime.MAX)) return "midnight";
    return bare(time) + (time.getHour() < 12 ? " am" : " pm");
  }
}
