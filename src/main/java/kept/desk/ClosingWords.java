package kept.desk;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import kept.frontdoor.Greetings;
import kept.team.OpeningHours;
import org.jspecify.annotations.Nullable;

/// The next day of the coming week on which the shop is closed and usually is not, in words. Pure.
record ClosingWords(OpeningHours hours, LocalDate today) {
  /// How long it takes to say something.
  interface Saying {
    Duration length(String words);
  }

  private static final int DAYS = 7;

  /// None of them is today: whoever rings then hears that it is closed.
  Optional<LocalDate> day() {
    return IntStream.range(1, DAYS)
        .mapToObj(today::plusDays)
        .filter(day -> hours.on(day).isEmpty() && hours.nameOf(day).isPresent())
        .findFirst();
  }

  /// "We are closed on Thursday for Thanksgiving Day."
  String says(LocalDate day) {
    var why = hours.nameOf(day).map(name -> " for " + name).orElse("");
    return "We are closed on " + weekday(day) + why + ".";
  }

  FrontDoorPage.@Nullable Closing closing(Greetings greetings, Saying saying) {
    var notice = greetings.notice();
    if (notice != null)
      return new FrontDoorPage.Closing(
          "Hello adds, in a machine’s voice and until " + weekday(notice.day()) + ":",
          notice.said().words(),
          seconds(notice.said().length()),
          true);
    return day()
        .map(day -> new FrontDoorPage.Closing(
            "Closed " + weekday(day)
                + hours.nameOf(day).map(name -> " for " + name).orElse("")
                + ". Tell callers from today?",
            says(day),
            seconds(saying.length(says(day))),
            false))
        .orElse(null);
  }

  private static long seconds(Duration length) {
    return Math.ceilDiv(length.toMillis(), 1000L);
  }

  private static String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
