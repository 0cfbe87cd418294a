package kept.promises.hearing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import kept.promises.hearing.When.Door;
import kept.promises.hearing.When.Half;
import kept.promises.hearing.When.Lead;
import kept.promises.hearing.When.Length;
import kept.team.OpeningHours;
import org.jspecify.annotations.Nullable;

/// Lays a spoken time on the shop's calendar: from when to when a promise counts as on time.
///
/// A clock time is a point; a day runs from closing to its last minute; a part of a day has its own
/// window in the word lists; "first thing" is the first hour after opening.
record ShopCalendar(LocalDateTime now, OpeningHours hours) {
  private static final LocalTime USUAL_OPENING = LocalTime.of(9, 0);
  private static final LocalTime USUAL_CLOSING = LocalTime.of(17, 0);
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
  private static final LocalTime EARLIEST_CALL = LocalTime.of(7, 0);
  /// At seven, a shop that is closed at both is more likely met in the evening.
  private static final int LIKELY_MORNING = 8;
  private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);

  /// From and to, ends included.
  record Window(LocalDateTime earliest, LocalDateTime latest) {
    static Window at(LocalDateTime point) {
      return new Window(point, point);
    }
  }

  /// Nothing when no time can be told, or only one that is over.
  @Nullable
  Window window(When when) {
    if (when.day() != null && !when.day().isAhead(today())) return null;
    var window = anyWindow(when);
    return window == null || window.latest().isBefore(now) ? null : window;
  }

  private @Nullable Window anyWindow(When when) {
    if (when.length() != null)
      return when.day() == null ? after(when.length(), when.about()) : null;
    if (when.clock() != null) return clock(when, when.clock());
    if (when.door() != null) return door(when, when.door());
    if (when.part() != null) return part(when, when.part());
    if (when.day() == null || when.lead() == Lead.AFTER) return null;
    return days(when, when.day());
  }

  private Window after(Length length, boolean about) {
    var amount = length.amount();
    return switch (length.unit()) {
      case MINUTES -> minutes(Math.round(amount), about ? 5 : 0);
      case HOURS ->
        length.business() ? openHours(amount) : minutes(Math.round(amount * 60), about ? 15 : 0);
      case DAYS ->
        until(length.business() ? businessDays((int) amount) : now.plusDays((long) amount));
      case WEEKS -> until(now.plusDays(Math.round(amount * 7)));
      case FORTNIGHTS -> until(now.plusDays(Math.round(amount * 14)));
      case MONTHS -> until(now.plusMonths((long) amount));
    };
  }

  /// Counted on the clock that runs on, whatever daylight saving does.
  private Window minutes(long minutes, long more) {
    var point = now.atZone(hours.zone()).plusMinutes(minutes).toLocalDateTime();
    return new Window(point, point.plusMinutes(more));
  }

  private Window openHours(double amount) {
    var from = now.atZone(hours.zone()).toInstant();
    var due = hours.plusOpen(from, Duration.ofMinutes(Math.round(amount * 60)));
    return Window.at(due.atZone(hours.zone()).toLocalDateTime());
  }

  private LocalDateTime businessDays(int amount) {
    var day = now;
    for (int left = amount; left > 0; ) {
      day = day.plusDays(1);
      if (isBusiness(day.toLocalDate())) left--;
    }
    return day;
  }

  /// Monday to Friday, but for the days on which the shop is closed by name.
  private boolean isBusiness(LocalDate day) {
    var weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    return !weekend && (isOpen(day) || hours.nameOf(day).isEmpty());
  }

  /// Counted in days, it is due as a day is: when the shop closes.
  private Window until(LocalDateTime point) {
    var closing = closing(point.toLocalDate());
    var from = closing.isBefore(point) ? point : closing;
    return new Window(from, point.toLocalDate().atTime(LAST_MINUTE));
  }

  private Window clock(When when, When.Clock clock) {
    var day = when.day() == null ? null : when.day().last(today());
    if (day == null && when.part() != null) day = dayOfPart(when, when.part());
    var half = half(when, clock);
    var from = clock.from();
    var overNoon = from != null && half == Half.UNSAID && from.isAfter(clock.time());
    var point = point(day, clock.time(), overNoon ? Half.AFTERNOON : half);
    return new Window(point, when.about() ? point.plusMinutes(30) : latest(when, point));
  }

  /// "after 3" is due by the end of that day.
  private static LocalDateTime latest(When when, LocalDateTime point) {
    return when.lead() == Lead.AFTER ? point.toLocalDate().atTime(LAST_MINUTE) : point;
  }

  private static Half half(When when, When.Clock clock) {
    if (clock.half() != Half.UNSAID || when.part() == null) return clock.half();
    return when.part().afternoon() ? Half.AFTERNOON : Half.MORNING;
  }

  private LocalDateTime point(@Nullable LocalDate day, LocalTime time, Half half) {
    if (day == null) return next(time, half);
    return day.atTime(onDay(day, time, half));
  }

  private LocalTime onDay(LocalDate day, LocalTime time, Half half) {
    if (half == Half.AFTERNOON && time.getHour() < 12 && time.getHour() > 0)
      return time.plusHours(12);
    if (half != Half.UNSAID || time.getHour() >= 12) return time;
    var open = isOpenAt(day, time);
    var later = isOpenAt(day, time.plusHours(12));
    var soon = day.equals(today()) && !time.isAfter(now.toLocalTime());
    if (open != later) return open && !soon ? time : time.plusHours(12);
    return time.getHour() >= LIKELY_MORNING && !soon ? time : time.plusHours(12);
  }

  /// The next time that the clock shows it, in opening hours if it can be.
  private LocalDateTime next(LocalTime time, Half half) {
    var early = time.getHour() < 12 && time.getHour() > 0;
    var morning = half == Half.AFTERNOON && early ? time.plusHours(12) : time;
    var both = half == Half.UNSAID && time.getHour() < 12
        ? List.of(time, time.plusHours(12))
        : List.of(morning);
    var coming = IntStream.range(0, 2)
        .mapToObj(today()::plusDays)
        .flatMap(day -> both.stream().map(day::atTime))
        .filter(point -> point.isAfter(now))
        .toList();
    return coming.stream()
        .filter(point -> isOpenAt(point.toLocalDate(), point.toLocalTime()))
        .findFirst()
        .or(() -> coming.stream()
            .filter(point -> !point.toLocalTime().isBefore(EARLIEST_CALL))
            .findFirst())
        .orElseGet(() -> today().plusDays(1).atTime(morning));
  }

  private boolean isOpenAt(LocalDate day, LocalTime time) {
    return hours.on(day).stream()
        .anyMatch(span -> !time.isBefore(span.opens()) && !time.isAfter(span.closes()));
  }

  private Window door(When when, Door door) {
    var day = when.day() == null ? null : lastOf(when, when.day());
    if (door == Door.NIGHT)
      return new Window(today().plusDays(1).atStartOfDay(), opening(nextOpen()));
    if (door == Door.CLOSES) {
      var on = day != null
          ? day
          : closing(today()).isAfter(now) && isOpen(today()) ? today() : nextOpen();
      return Window.at(closing(on));
    }
    var on = day != null ? day : nextOpening();
    var before = when.lead() == Lead.BY || when.lead() == Lead.BEFORE;
    return new Window(opening(on), before ? opening(on) : opening(on).plusHours(1));
  }

  private LocalDate nextOpening() {
    return isOpen(today()) && opening(today()).isAfter(now) ? today() : nextOpen();
  }

  private Window part(When when, TimeWords.Part part) {
    var day = when.day() == null ? dayOfPart(when, part) : lastOf(when, when.day());
    var from = day.atTime(part.from());
    return new Window(from.isBefore(now) ? now : from, day.atTime(part.to()));
  }

  /// "in the morning" is tomorrow's, "this morning" or "before lunch" today's while it lasts.
  private LocalDate dayOfPart(When when, TimeWords.Part part) {
    var over = !today().atTime(part.to()).isAfter(now);
    var coming =
        when.lead() == Lead.IN && !part.afternoon() && now.toLocalTime().isAfter(NIGHT_ENDS);
    return over || coming ? today().plusDays(1) : today();
  }

  private Window days(When when, DayWord day) {
    var last = lastOf(when, day);
    var first = last.equals(day.last(today())) ? day.first(today()) : last;
    if (when.lead() == Lead.BEFORE && !day.isAnEnd()) {
      last = last.minusDays(day instanceof DayWord.Week ? 7 : 1);
      first = day instanceof DayWord.Week ? first.minusDays(7) : last;
    }
    var from = closing(first);
    var to = last.atTime(LAST_MINUTE);
    return new Window(from.isBefore(now) && now.isBefore(to) ? now : from, to);
  }

  private LocalDate lastOf(When when, DayWord day) {
    var early = when.lead() == Lead.BY || when.lead() == Lead.BEFORE || when.lead() == Lead.FOR;
    if (day instanceof DayWord.Weekend weekend && early) return weekend.fridayBefore(today());
    return day.last(today());
  }

  private LocalDate today() {
    return now.toLocalDate();
  }

  private boolean isOpen(LocalDate day) {
    return !hours.on(day).isEmpty();
  }

  private LocalDate nextOpen() {
    for (int later = 1; later <= 7; later++)
      if (isOpen(today().plusDays(later))) return today().plusDays(later);
    return today().plusDays(1);
  }

  private LocalDateTime opening(LocalDate day) {
    var times = hours.on(day).stream().map(OpeningHours.Span::opens);
    return day.atTime(times.min(LocalTime::compareTo).orElse(USUAL_OPENING));
  }

  private LocalDateTime closing(LocalDate day) {
    var times = hours.on(day).stream().map(OpeningHours.Span::closes);
    return day.atTime(times.max(LocalTime::compareTo).orElse(USUAL_CLOSING))
        .truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
  }
}
