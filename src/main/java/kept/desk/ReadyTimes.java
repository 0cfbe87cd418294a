package kept.desk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kept.platform.Refusal;
import kept.promises.Deadline;
import kept.team.OpeningHours;
import kept.team.ShopTime;

/// The times that are offered for a promise, and what time was meant by what came back: each is
/// sent as a local date and time, so that it means tomorrow what it said today. Pure.
record ReadyTimes(OpeningHours hours, ShopTime time, Instant now) {
  /// With less time than this until closing, nothing is promised for today by itself.
  private static final Duration ENOUGH = Duration.ofMinutes(45);

  private static final String NO_TIME = "Pick a day and a time.";

  private static final int LOOK_AHEAD = 14;

  /// Today's closing, then noon of the next open days; `chosen` may be one of them.
  List<Choice> choices(String chosen) {
    var offered = offered();
    var first = offered.isEmpty() ? "" : value(offered.getFirst());
    var picked = chosen.isBlank() ? first : chosen;
    return offered.stream()
        .map(at -> new Choice(value(at), words(at), value(at).equals(picked)))
        .toList();
  }

  /// The instant that a form meant: one of the choices, or with `other` a time of its own.
  Instant meant(String picked, String other) {
    var text = picked.equals("other") || picked.isBlank() ? other : picked;
    if (text.isBlank()) throw new Refusal("Pick a time.");
    var due = parsed(text);
    if (!due.isAfter(now))
      throw new Refusal(capitalised(time.due(due, now)) + " has passed. Pick a time ahead.");
    Deadline.refuseTooFar(due, now);
    return due;
  }

  /// The instant that a form holds, if it holds one.
  Optional<Instant> find(String text) {
    try {
      return Optional.of(parsed(text));
    } catch (Refusal noTime) {
      return Optional.empty();
    }
  }

  /// As a sentence says it: "today by 4:00 pm", "tomorrow by noon", "by Fri 3:00 pm", "by Dec 2,
  /// 6:00 pm".
  String by(Instant at) {
    var days = time.daysBetween(now, at);
    if (days == 0 || days == 1) return (days == 0 ? "today" : "tomorrow") + " by " + time.time(at);
    var near = days > 1 && days < 7;
    return "by " + (near ? time.due(at, now) : time.date(at, now) + ", " + time.time(at));
  }

  /// A time of a day that is named in full: "Dec 1, 6:00 pm".
  Choice exact(LocalDateTime local, String chosen) {
    var at = local.atZone(time.zone()).toInstant();
    var words = time.date(at, now) + ", " + time.time(at);
    return new Choice(value(at), words, value(at).equals(chosen));
  }

  private Instant parsed(String text) {
    try {
      var local = LocalDateTime.parse(text);
      // Beyond the years of a datetime-local no calendar is sure.
      if (local.getYear() < 1) throw new Refusal(NO_TIME);
      return local.atZone(time.zone()).toInstant();
    } catch (DateTimeException e) {
      throw new Refusal(NO_TIME);
    }
  }

  private List<Instant> offered() {
    var today = time.day(now);
    var times = new ArrayList<Instant>();
    hours.closing(today).filter(this::leavesTime).ifPresent(times::add);
    Stream.iterate(1, ahead -> ahead < LOOK_AHEAD, ahead -> ahead + 1)
        .map(today::plusDays)
        .flatMap(day -> midday(day).stream())
        .limit(2)
        .forEach(times::add);
    return times;
  }

  private boolean leavesTime(Instant at) {
    return at.isAfter(now.plus(ENOUGH));
  }

  /// Noon, or closing on a day that is not open at noon.
  private Optional<Instant> midday(LocalDate day) {
    var noon = day.atTime(LocalTime.NOON).atZone(time.zone()).toInstant();
    return hours.isOpen(noon) ? Optional.of(noon) : hours.closing(day);
  }

  private String words(Instant at) {
    var today = time.day(at).equals(time.day(now));
    return today ? "Today by " + time.time(at) : capitalised(time.due(at, now));
  }

  private String value(Instant at) {
    return time.local(at).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static String capitalised(String words) {
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }
}
