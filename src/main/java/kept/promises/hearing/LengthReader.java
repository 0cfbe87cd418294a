package kept.promises.hearing;

import java.util.Locale;
import kept.promises.hearing.TimeWords.Found;
import kept.promises.hearing.When.Length;
import kept.promises.hearing.When.Unit;
import org.jspecify.annotations.Nullable;

/// Reads lengths of time: "48 hours", "half an hour", "4 to 6 business days", "an hour or two".
final class LengthReader {
  private final TimeWords times;

  LengthReader(TimeWords times) {
    this.times = times;
  }

  @Nullable
  Found<Length> read(Sentence in, int at, int end) {
    var half = half(in, at);
    if (half != null) return half;
    int next = in.word(at).matches("the|next|every|each") ? at + 1 : at;
    if (in.word(next).equals("next")) next++;
    var amount = amount(in.word(next));
    if (amount < 0) return next > at ? bare(in, next) : null;
    next++;
    if (in.word(next).equals("of")) next++;
    if (in.word(next - 1).equals("a") && in.word(next).equals("couple")) {
      amount = 2;
      next += in.word(next + 1).equals("of") ? 2 : 1;
    }
    if (in.word(next).matches("-|to|or") && amount(in.word(next + 1)) > 0) {
      amount = amount(in.word(next + 1));
      next += 2;
    }
    return unit(in, next, amount, end);
  }

  /// "half an hour", "a half hour", "an hour and a half" is read with its unit.
  private @Nullable Found<Length> half(Sentence in, int at) {
    if (in.word(at).matches("three|3")
        && in.word(at + 1).equals("quarters")
        && in.word(at + 3).equals("an"))
      return new Found<>(new Length(.75, Unit.HOURS, false), at + 5);
    var begin = in.word(at).matches("a|the|next|every|each") ? at + 1 : at;
    if (in.word(begin).equals("next")) begin++;
    if (!in.word(begin).equals("half")) return null;
    var unit = in.word(begin + 1).matches("an|a") ? begin + 2 : begin + 1;
    if (times.unit(in.word(unit)).equals("hours"))
      return new Found<>(new Length(.5, Unit.HOURS, false), unit + 1);
    return null;
  }

  /// "within the hour", "within the week".
  private @Nullable Found<Length> bare(Sentence in, int at) {
    var unit = times.unit(in.word(at));
    var either = in.word(at + 1).equals("or") && in.word(at + 2).matches("two|2|so");
    if (unit.isEmpty() || !(either || in.word(at).matches("hour|fortnight"))) return null;
    if (either && !in.word(at + 2).equals("so"))
      return new Found<>(new Length(2, Unit.valueOf(unit.toUpperCase(Locale.ROOT)), false), at + 3);
    return new Found<>(new Length(1, Unit.valueOf(unit.toUpperCase(Locale.ROOT)), false), at + 1);
  }

  /// "in 20", "in ten": minutes, when nothing is counted.
  @Nullable
  Found<Length> minutes(Sentence in, int at) {
    var amount = in.word(at).matches("a|an|one|1") ? -1 : amount(in.word(at));
    if (amount < 2 || amount > 90) return null;
    return new Found<>(new Length(amount, Unit.MINUTES, false), at + 1);
  }

  private @Nullable Found<Length> unit(Sentence in, int at, double amount, int end) {
    int next = at;
    var business = times.phrases("business").match(in, next, end) > next;
    if (business) next++;
    var unit = times.unit(in.word(next));
    if (unit.isEmpty()) return null;
    next++;
    if (in.word(next).equals("or") && times.number("number", in.word(next + 1)) == 2) {
      amount = 2;
      next += 2;
    }
    if (in.word(next).equals("and")
        && in.word(next + 1).equals("a")
        && in.word(next + 2).equals("half")) {
      amount += .5;
      next += 3;
    }
    if (in.word(next).equals("'s")) next++;
    if (in.word(next).equals("time")) next++;
    return new Found<>(
        new Length(amount, Unit.valueOf(unit.toUpperCase(Locale.ROOT)), business), next);
  }

  private double amount(String word) {
    if (word.matches("\\d/\\d")) return Double.parseDouble(word.substring(2));
    if (word.matches("\\d{1,3}(\\.\\d)?")) return Double.parseDouble(word);
    return times.number("number", word);
  }
}
