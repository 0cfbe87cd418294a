package kept.desk;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kept.platform.Refusal;
import kept.team.OpeningHours;
import kept.team.OpeningHours.Span;
import org.jspecify.annotations.Nullable;

/// Weekly hours as a form has them: for each weekday the slots that were typed, or that it is
/// closed. Pure.
record Week(Map<DayOfWeek, Day> days) {
  /// More breaks than anybody takes.
  private static final int MOST_SLOTS = 6;

  private static final Slot EMPTY = new Slot("", "");

  record Day(boolean closed, List<Slot> slots) {
    static final Day CLOSED = new Day(true, List.of());
  }

  /// What stands in two fields.
  record Slot(String opens, String closes) {
    boolean isEmpty() {
      return opens.isEmpty() && closes.isEmpty();
    }
  }

  /// What most shops have, to be corrected.
  static Week usual() {
    var open = new Day(false, List.of(new Slot("08:00", "18:00")));
    return of(day -> day == DayOfWeek.SUNDAY ? Day.CLOSED : open);
  }

  static Week of(Map<DayOfWeek, List<Span>> spans) {
    var told = Nights.told(spans);
    return of(day -> {
      var slots = told.getOrDefault(day, List.of()).stream().map(Week::slot).toList();
      return slots.isEmpty() ? Day.CLOSED : new Day(false, slots);
    });
  }

  static Week typed(Form form) {
    return of(day -> new Day(!form.text("closed_" + key(day)).isEmpty(), slots(form, key(day))));
  }

  /// What was typed into the fields `opens_…` and `closes_…`, without the empty ones.
  static List<Slot> slots(Form form, String of) {
    var opens = form.texts("opens_" + of);
    var closes = form.texts("closes_" + of);
    return IntStream.range(0, Math.min(MOST_SLOTS, Math.max(opens.size(), closes.size())))
        .mapToObj(i -> new Slot(at(opens, i), at(closes, i)))
        .filter(slot -> !slot.isEmpty())
        .toList();
  }

  /// The form of it, with an empty slot on each day for one break more.
  WeekForm form(String legend, String closedWords) {
    var rows = days.entrySet().stream()
        .map(day -> new WeekForm.Day(
            key(day.getKey()),
            words(day.getKey()),
            day.getValue().closed || day.getValue().slots.isEmpty(),
            slots(day.getValue())))
        .toList();
    return new WeekForm(legend, closedWords, rows);
  }

  /// The spans that the fields say; what can't be is a mistake on that day.
  Map<DayOfWeek, List<Span>> spans(Mistakes mistakes) {
    var spans = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    days.forEach((day, typed) -> {
      if (typed.closed) return;
      for (var slot : typed.slots) {
        var said = mistakes.on("closes_" + key(day), () -> said(words(day), slot));
        if (said == null) continue;
        add(spans, day, Nights.evening(said));
        if (said.overMidnight()) add(spans, day.plus(1), new Span(LocalTime.MIN, said.closes()));
      }
    });
    spans.forEach((day, those) -> refuseOverlaps(day, those, mistakes));
    return mistakes.none() ? spans : Map.of();
  }

  private static void add(Map<DayOfWeek, List<Span>> spans, DayOfWeek day, Span span) {
    spans.computeIfAbsent(day, each -> new ArrayList<>()).add(span);
  }

  private void refuseOverlaps(DayOfWeek day, List<Span> spans, Mistakes mistakes) {
    mistakes.on("closes_" + key(day), () -> {
      try {
        return new OpeningHours(ZoneOffset.UTC, Map.of(day, spans));
      } catch (Refusal refused) {
        throw new Refusal(words(day) + " has two stretches that overlap. Let one end before the"
            + " next begins.");
      }
    });
  }

  /// `name` is what its mistakes begin with.
  static Nights.Said said(String name, Slot typed) {
    var opens = time(typed.opens);
    var closes = time(typed.closes);
    if (opens == null || closes == null)
      throw new Refusal("Say both when " + name + " begins and when it ends.");
    if (closes.equals(LocalTime.MIN)) return new Nights.Said(opens, LocalTime.MAX);
    if (closes.equals(opens))
      throw new Refusal(name + " ends when it begins. For all day, say midnight to midnight.");
    var said = new Nights.Said(opens, closes);
    if (said.overMidnight() && said.length().compareTo(Nights.LONGEST) > 0)
      throw new Refusal(name + " would end on the next day, " + said.length().toHours()
          + " hours later. Is one of the two the other half of the day?");
    return said;
  }

  private static @Nullable LocalTime time(String typed) {
    try {
      return typed.equals("24:00") ? LocalTime.MIN : LocalTime.parse(typed);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static List<WeekForm.Slot> slots(Day day) {
    var shown = day.slots.isEmpty() ? List.of(EMPTY) : day.slots;
    var slots = Stream.concat(shown.stream(), Stream.of(EMPTY)).toList();
    return IntStream.range(0, slots.size())
        .mapToObj(i -> new WeekForm.Slot(
            i + 1,
            slots.get(i).opens,
            slots.get(i).closes,
            i > 0 && slots.get(i).isEmpty()))
        .toList();
  }

  private static Slot slot(Nights.Said said) {
    return new Slot(written(said.opens()), written(said.closes()));
  }

  private static String written(LocalTime time) {
    return time.equals(LocalTime.MAX)
        ? "00:00"
        : "%02d:%02d".formatted(time.getHour(), time.getMinute());
  }

  private static String at(List<String> texts, int index) {
    return index < texts.size() ? texts.get(index) : "";
  }

  private static Week of(Function<DayOfWeek, Day> day) {
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
