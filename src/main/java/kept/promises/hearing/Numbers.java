package kept.promises.hearing;

import java.util.regex.Pattern;
import kept.promises.hearing.TimeWords.Found;
import org.jspecify.annotations.Nullable;

/// Reads whole numbers, of one word or two: "48", "forty-eight", "the 21st", "twenty-first".
final class Numbers {
  private static final int LAST_OF_MONTH = 31;
  private static final Pattern ENDING = Pattern.compile("(st|nd|rd|th)$");

  private final TimeWords times;

  Numbers(TimeWords times) {
    this.times = times;
  }

  /// How many.
  @Nullable
  Found<Integer> count(Sentence in, int at) {
    var word = in.word(at);
    if (Shape.fits(word, "\\d{1,3}")) return new Found<>(Integer.valueOf(word), at + 1);
    var first = times.number("number", word);
    if (first < 0) return null;
    var second = times.number("number", in.word(at + 1));
    var both = isTens(first) && isOne(second) && !Shape.fits(in.word(at + 1), "an?");
    return both ? new Found<>(first + second, at + 2) : new Found<>(first, at + 1);
  }

  /// Which day of a month.
  @Nullable
  Found<Integer> day(Sentence in, int at) {
    var word = in.word(at);
    var digits = ENDING.matcher(word).replaceFirst("");
    var tens = times.number("number", word);
    var ones = times.number("ordinal", in.word(at + 1));
    if (isTens(tens) && isOne(ones)) return upToLast(tens + ones, at + 2);
    var day =
        Shape.fits(digits, "\\d{1,2}") ? Integer.parseInt(digits) : times.number("ordinal", word);
    return upToLast(day, at + 1);
  }

  private static @Nullable Found<Integer> upToLast(int day, int end) {
    return day < 1 || day > LAST_OF_MONTH ? null : new Found<>(day, end);
  }

  private static boolean isTens(int number) {
    return number >= 20 && number % 10 == 0;
  }

  private static boolean isOne(int number) {
    return number > 0 && number < 10;
  }
}
