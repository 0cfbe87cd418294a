package kept.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kept.desk.HoursParts.Ahead;
import kept.desk.HoursParts.Bar;
import kept.desk.HoursParts.Coming;
import kept.desk.HoursParts.Own;
import kept.team.Holidays;
import kept.team.OpeningHours;
import kept.team.OpeningHours.Span;
import kept.team.ShopTime;
import kept.team.SpecialDay;
import org.jspecify.annotations.Nullable;

/// Opening hours in words, as they look at this moment. Pure.
record HoursWords(OpeningHours hours, ShopTime time, Instant now) {
  private static final int WEEK = 7;
  private static final int YEAR = 366;
  /// A shop that is open longer than this in one go never closes.
  private static final int ROUND_THE_CLOCK = 10;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);
  private static final DateTimeFormatter FAR =
      DateTimeFormatter.ofPattern("EEE, MMM d, yyyy", Locale.US);
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM d", Locale.US);

  /// "You’re open until 6:00 pm.", "You’re closed, and open again Mon 8:00 am."
  String sentence() {
    if (!hours.isOpen(now)) return closed();
    var closes = hours.nextClosing(now).orElseThrow();
    for (int i = 0; i < ROUND_THE_CLOCK && hours.isOpen(closes); i++)
      closes = hours.nextClosing(closes).orElseThrow();
    if (hours.isOpen(closes)) return "You’re open around the clock.";
    return "You’re open until " + time.near(closes, now) + ".";
  }

  private String closed() {
    return hours
        .nextOpening(now)
        .map(opens -> "You’re closed, and open again " + time.due(opens, now) + ".")
        .orElse("You’re never open yet. Say when you are.");
  }

  List<Ahead> ahead() {
    var days = Stream.iterate(today(), day -> day.plusDays(1)).limit(WEEK).toList();
    var opens = days.stream()
        .flatMap(day -> hours.on(day).stream())
        .mapToInt(span -> minutes(span.opens()))
        .min()
        .orElse(0);
    var closes = days.stream()
        .flatMap(day -> hours.on(day).stream())
        .mapToInt(span -> minutes(span.closes()))
        .max()
        .orElse(1);
    return days.stream().map(day -> ahead(day, opens, closes)).toList();
  }

  private Ahead ahead(LocalDate day, int from, int to) {
    var bars = hours.on(day).stream().map(span -> bar(span, from, to)).toList();
    return new Ahead(
        day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.US),
        SHORT.format(day),
        stretches(day),
        hours.nameOf(day).orElse(null),
        day.equals(today()),
        bars);
  }

  private static Bar bar(Span span, int from, int to) {
    var whole = Math.max(1, to - from);
    var y = (minutes(span.opens()) - from) * 100 / whole;
    return new Bar(y, Math.max(2, (minutes(span.closes()) - minutes(span.opens())) * 100 / whole));
  }

  /// What goes on after midnight is told with the evening it began in.
  private List<String> stretches(LocalDate day) {
    return Nights.told(hours.on(day.minusDays(1)), hours.on(day), hours.on(day.plusDays(1)))
        .stream()
        .map(SpanWords::of)
        .map(HoursWords::inAColumn)
        .toList();
  }

  /// Where seven days share a phone, a stretch breaks after its dash and midnight at its syllable.
  private static String inAColumn(String stretch) {
    return stretch
        .replace(" am", "\u00a0am")
        .replace(" pm", "\u00a0pm")
        .replace("midnight", "mid\u00adnight");
  }

  /// The public holidays of a year from today.
  List<Coming> coming(Holidays of) {
    return IntStream.range(0, YEAR)
        .mapToObj(today()::plusDays)
        .flatMap(day -> of.on(day).map(name -> coming(day, name)).stream())
        .toList();
  }

  private Coming coming(LocalDate day, String name) {
    return new Coming(date(day), name, but(day));
  }

  private @Nullable String but(LocalDate day) {
    var special = hours.specialDays().get(day);
    if (special != null)
      return special.spans().isEmpty() ? null : "you’re open " + SpanWords.of(special.spans());
    var usual = hours.spans().getOrDefault(day.getDayOfWeek(), List.of());
    if (!usual.isEmpty()) return null;
    var weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US);
    return "closed on " + weekday + "s anyway";
  }

  /// Days of the shop's own that are not over; the others stay written.
  List<Own> own() {
    return hours.specialDays().values().stream()
        .filter(special -> !special.day().isBefore(today()))
        .sorted(Comparator.comparing(SpecialDay::day))
        .map(special -> new Own(
            special.day().toString(),
            date(special.day()),
            special.name(),
            SpanWords.of(special.spans())))
        .toList();
  }

  LocalDate today() {
    return time.day(now);
  }

  private String date(LocalDate day) {
    return (day.getYear() == today().getYear() ? DATE : FAR).format(day);
  }

  private static int minutes(LocalTime at) {
    return at.equals(LocalTime.MAX) ? 24 * 60 : at.toSecondOfDay() / 60;
  }
}
