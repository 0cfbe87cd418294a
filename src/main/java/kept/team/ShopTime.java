package kept.team;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Times as people in the shop say them: "2:45 pm", "Wed noon", "21 min left", "Nov 22".
///
/// The only place where the shop's zone meets words. Free of I/O.
public record ShopTime(ZoneId zone) {
  private static final DateTimeFormatter CLOCK = format("h:mm");
  private static final DateTimeFormatter CLOCK_HALF = format("h:mm a");
  private static final DateTimeFormatter WEEKDAY = format("EEE");
  private static final DateTimeFormatter LONG_WEEKDAY = format("EEEE");
  private static final DateTimeFormatter MONTH_DAY = format("MMM d");
  private static final DateTimeFormatter MONTH_DAY_YEAR = format("MMM d, yyyy");
  private static final DateTimeFormatter WHOLE_DAY = format("EEEE, MMMM d");

  public ZonedDateTime local(Instant at) {
    return at.atZone(zone);
  }

  public LocalDate day(Instant at) {
    return local(at).toLocalDate();
  }

  /// "2:45", without a half of the day: for logs beside others of the same day.
  public String clock(Instant at) {
    return CLOCK.format(local(at));
  }

  /// "2:45 pm", "noon", "midnight".
  public String time(Instant at) {
    return time(local(at).toLocalTime());
  }

  /// The same of any day.
  public static String time(LocalTime time) {
    if (time.equals(LocalTime.NOON)) return "noon";
    if (time.equals(LocalTime.MIDNIGHT)) return "midnight";
    return CLOCK_HALF.format(time).toLowerCase(Locale.US);
  }

  /// When something is due, seen from now: "2:45 pm", "tomorrow 9:00 am", "Fri 3:00 pm", "Dec 15,
  /// 10:00 am". A deadline that is told always has its hour, however far it is.
  public String due(Instant at, Instant now) {
    var days = ChronoUnit.DAYS.between(day(now), day(at));
    if (days == 0) return time(at);
    if (days == 1) return "tomorrow " + time(at);
    if (days == -1) return "yesterday " + time(at);
    if (days > 1 && days < 7) return WEEKDAY.format(local(at)) + " " + time(at);
    return date(at, now) + ", " + time(at);
  }

  /// A time in few letters, near now or not: "2:45 pm", "Wed 9:00 am", "Thu noon", "Dec 2".
  public String near(Instant at, Instant now) {
    var days = daysBetween(now, at);
    if (days == 0) return time(at);
    if (days > -7 && days < 7) return WEEKDAY.format(local(at)) + " " + time(at);
    return date(at, now);
  }

  /// How many midnights lie between.
  public long daysBetween(Instant from, Instant to) {
    return ChronoUnit.DAYS.between(day(from), day(to));
  }

  /// When something happened: "2:18", "yesterday", "Mon", "Nov 22", "Mar 3, 2024".
  public String past(Instant at, Instant now) {
    var days = ChronoUnit.DAYS.between(day(at), day(now));
    if (days == 0) return clock(at);
    if (days == 1) return "yesterday";
    if (days > 1 && days < 7) return WEEKDAY.format(local(at));
    return date(at, now);
  }

  public String date(Instant at, Instant now) {
    var sameYear = day(at).getYear() == day(now).getYear();
    return (sameYear ? MONTH_DAY : MONTH_DAY_YEAR).format(local(at));
  }

  /// "Tuesday, November 24".
  public String wholeDay(Instant at) {
    return WHOLE_DAY.format(local(at));
  }

  public String weekday(Instant at) {
    return LONG_WEEKDAY.format(local(at));
  }

  /// A length as people say it: "under a minute", "34 min", "1 h 36", "3 h", "2 days".
  public static String length(Duration span) {
    var minutes = span.abs().toMinutes();
    if (minutes < 1) return "under a minute";
    if (minutes < 60) return minutes + " min";
    if (minutes < 24 * 60) {
      var rest = minutes % 60;
      return minutes / 60 + " h" + (rest == 0 ? "" : (rest < 10 ? " 0" : " ") + rest);
    }
    var days = (minutes + 12 * 60) / (24 * 60);
    return days == 1 ? "a day" : days + " days";
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US);
  }
}
