package kept.team;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kept.platform.Refusal;

/// When the shop is open: spans of local time for each weekday, special days that overrule them,
/// and the public holidays of its region. A weekday without a span is closed.
///
/// A time that a day does not have (clocks go forward) is as much later; of one that a day has
/// twice (clocks go back) the first is meant. Immutable and free of I/O.
public record OpeningHours(
    ZoneId zone,
    Map<DayOfWeek, List<Span>> spans,
    Map<LocalDate, SpecialDay> specialDays,
    Holidays holidays) {
  /// One stretch of opening; `closes` is the first minute that is closed, and 24:00 is
  /// `LocalTime.MAX`.
  public record Span(LocalTime opens, LocalTime closes) {
    public Span {
      if (!closes.isAfter(opens)) throw new Refusal("Opening has to end after it begins.");
    }
  }

  /// Two years: nobody is closed longer and still in business.
  private static final int LOOK_AHEAD = 731;

  public OpeningHours {
    spans = spans.entrySet().stream()
        .filter(day -> !day.getValue().isEmpty())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, day -> inOrder(day.getValue())));
    specialDays = Map.copyOf(specialDays);
  }

  /// The same every week.
  public OpeningHours(ZoneId zone, Map<DayOfWeek, List<Span>> spans) {
    this(zone, spans, Map.of(), Holidays.NONE);
  }

  /// By when each begins; those that overlap are refused.
  static List<Span> inOrder(List<Span> spans) {
    var ordered = spans.stream().sorted(Comparator.comparing(Span::opens)).toList();
    for (int i = 1; i < ordered.size(); i++) {
      if (ordered.get(i).opens.isBefore(ordered.get(i - 1).closes))
        throw new Refusal("Two spans of one day overlap. Let one end before the next begins.");
    }
    return ordered;
  }

  public OpeningHours in(ZoneId other, Map<DayOfWeek, List<Span>> week) {
    return new OpeningHours(other, week, specialDays, holidays);
  }

  public OpeningHours with(Holidays others) {
    return new OpeningHours(zone, spans, specialDays, others);
  }

  public OpeningHours with(SpecialDay special) {
    var days = new HashMap<>(specialDays);
    days.put(special.day(), special);
    return new OpeningHours(zone, spans, days, holidays);
  }

  public OpeningHours without(LocalDate special) {
    var days = new HashMap<>(specialDays);
    days.remove(special);
    return new OpeningHours(zone, spans, days, holidays);
  }

  public List<Span> on(LocalDate day) {
    var special = specialDays.get(day);
    if (special != null) return special.spans();
    var usual = spans.getOrDefault(day.getDayOfWeek(), List.of());
    return usual.isEmpty() || holidays.on(day).isPresent() ? List.of() : usual;
  }

  /// What makes this day another than its weekday: "Christmas Day", "Stocktaking".
  public Optional<String> nameOf(LocalDate day) {
    var special = specialDays.get(day);
    return special != null ? Optional.of(special.name()) : holidays.on(day);
  }

  public boolean isOpen(Instant at) {
    var day = day(at);
    return on(day).stream().anyMatch(span -> {
      return !at.isBefore(opens(day, span)) && at.isBefore(closes(day, span));
    });
  }

  /// When the shop first opens on this day.
  public Optional<Instant> opening(LocalDate day) {
    return on(day).stream().findFirst().map(span -> opens(day, span));
  }

  /// When the shop last closes on this day.
  public Optional<Instant> closing(LocalDate day) {
    return on(day).stream().reduce((first, last) -> last).map(span -> closes(day, span));
  }

  /// The first moment after this one at which the shop opens, also after lunch.
  public Optional<Instant> nextOpening(Instant at) {
    return daysFrom(at)
        .flatMap(day -> on(day).stream().map(span -> opens(day, span)))
        .filter(opens -> opens.isAfter(at))
        .findFirst();
  }

  /// The first moment after this one at which the shop closes, also for lunch.
  public Optional<Instant> nextClosing(Instant at) {
    return daysFrom(at)
        .flatMap(day -> on(day).stream().map(span -> closes(day, span)))
        .filter(closes -> closes.isAfter(at))
        .findFirst();
  }

  /// The last moment up to this one at which the shop closed.
  public Optional<Instant> lastClosing(Instant at) {
    return Stream.iterate(day(at), day -> day.minusDays(1))
        .limit(LOOK_AHEAD)
        .flatMap(day -> on(day).reversed().stream().map(span -> closes(day, span)))
        .filter(closes -> !closes.isAfter(at))
        .findFirst();
  }

  /// The open time between two instants; nothing when the second is not later.
  public Duration openBetween(Instant from, Instant to) {
    var open = Duration.ZERO;
    for (var day = day(from); !day.isAfter(day(to)); day = day.plusDays(1)) {
      for (var span : on(day)) {
        var start = later(opens(day, span), from);
        var end = earlier(closes(day, span), to);
        if (start.isBefore(end)) open = open.plus(Duration.between(start, end));
      }
    }
    return open;
  }

  /// The instant at which this much open time has passed since `from`. A shop that does not open
  /// for two years counts the clock instead.
  public Instant plusOpen(Instant from, Duration open) {
    var left = open;
    var last = day(from).plusDays(LOOK_AHEAD);
    for (var day = day(from); day.isBefore(last); day = day.plusDays(1)) {
      for (var span : on(day)) {
        var start = later(opens(day, span), from);
        var closes = closes(day, span);
        if (!start.isBefore(closes)) continue;
        var until = start.plus(left);
        if (!until.isAfter(closes)) return until;
        left = left.minus(Duration.between(start, closes));
      }
    }
    return from.plus(open);
  }

  /// The latest instant since which this much open time has passed at `to`. A shop that was not
  /// open for two years counts the clock instead.
  public Instant minusOpen(Instant to, Duration open) {
    var left = open;
    var first = day(to).minusDays(LOOK_AHEAD);
    for (var day = day(to); day.isAfter(first); day = day.minusDays(1)) {
      for (var span : on(day).reversed()) {
        var end = earlier(closes(day, span), to);
        var opens = opens(day, span);
        if (!opens.isBefore(end)) continue;
        var since = end.minus(left);
        if (!since.isBefore(opens)) return since;
        left = left.minus(Duration.between(opens, end));
      }
    }
    return to.minus(open);
  }

  private Stream<LocalDate> daysFrom(Instant at) {
    return Stream.iterate(day(at), day -> day.plusDays(1)).limit(LOOK_AHEAD);
  }

  private LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  private Instant opens(LocalDate day, Span span) {
    return day.atTime(span.opens).atZone(zone).toInstant();
  }

  private Instant closes(LocalDate day, Span span) {
    var midnight = span.closes.equals(LocalTime.MAX);
    return midnight
        ? day.plusDays(1).atStartOfDay(zone).toInstant()
        : day.atTime(span.closes).atZone(zone).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
