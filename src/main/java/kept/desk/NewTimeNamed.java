package kept.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a message names a time, so that who reads it comes at that time and at no other: "1:00
/// pm" is not named by "11:00 pm", nor by "tomorrow 1:00 pm". Pure.
final class NewTimeNamed {
  private static final String WEEKDAY =
      "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?";
  private static final String DAY = "(?:tomorrow|yesterday|" + WEEKDAY + ")";
  private static final String DATE =
      "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{L}{0,6} \\d{1,2}(?:, \\d{4})?";

  /// No part of a longer word or number stands before it, and no day that makes it another time.
  private static final String BEFORE =
      "(?<![\\p{L}\\d])(?<!\\d[:.])(?<!\\b(?:" + DAY + "|" + DATE + "),? (?:at )?)";

  private static final String AFTER = "(?![\\p{L}\\d])(?! (?:on )?" + DAY + "\\b)";

  private NewTimeNamed() {}

  /// The time as the shop says it: "1:00 pm", "noon", "tomorrow 8:15 am", "Dec 15, 10:00 am".
  static boolean in(String message, String time) {
    return pattern(time).matcher(message).find();
  }

  /// The message with another time in its place, wherever it is named.
  static String swapped(String message, String time, String other) {
    return pattern(time).matcher(message).replaceAll(Matcher.quoteReplacement(other));
  }

  private static Pattern pattern(String time) {
    return Pattern.compile(
        BEFORE + Pattern.quote(time) + AFTER, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
