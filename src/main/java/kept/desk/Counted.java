package kept.desk;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Numbers and lengths as a sentence says them: "five", "One", "21 minutes", "Priya and Edie".
/// Pure.
final class Counted {
  private static final List<String> WORDS = List.of(
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve");

  private Counted() {}

  /// In letters up to twelve, beyond that in digits.
  static String words(int count) {
    return count < WORDS.size() ? WORDS.get(count) : String.format(Locale.ROOT, "%,d", count);
  }

  static String atStart(int count) {
    var words = words(count);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  static String of(int count, String one, String many) {
    return words(count) + " " + (count == 1 ? one : many);
  }

  /// "21 minutes", "an hour", "2 hours and 10 minutes": for a sentence; rows have less room.
  static String length(Duration span) {
    var minutes = span.abs().toMinutes();
    if (minutes < 1) return "less than a minute";
    if (minutes < 60) return minutes(minutes);
    var hours = minutes / 60;
    if (hours >= 24) return hours < 36 ? "a day" : (hours + 12) / 24 + " days";
    var rest = minutes % 60;
    return (hours == 1 ? "an hour" : hours + " hours") + (rest == 0 ? "" : " and " + minutes(rest));
  }

  private static String minutes(long minutes) {
    return minutes == 1 ? "a minute" : minutes + " minutes";
  }

  static String list(List<String> names) {
    if (names.size() < 2) return String.join("", names);
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
