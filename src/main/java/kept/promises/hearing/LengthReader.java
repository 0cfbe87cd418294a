package kept.promises.hearing;

import java.util.Locale;
import kept.promises.hearing.TimeWords.Found;
import kept.promises.hearing.When.Length;
import kept.promises.hearing.When.Unit;
import org.jspecify.annotations.Nullable;

/// Reads lengths of time: "48 hours", "half an hour", "4 to 6 business days", "an hour or two".
final class LengthReader {
  private final TimeWords times;
  private final Numbers numbers;

  LengthReader(TimeWords times) {
    this.times = times;
    this.numbers = new Numbers(times);
  }

  @Nullable
  Found<Length> read(Sentence in, int at, int end) {
    var half = half(in, at);
    if (half != null) return half;
    int next = Shape.fits(in.word(at), "the|next|every|each|another") ? at + 1 : at;
    if (in.word(next).equals("next")) next++;
    var found = amount(in, next);
    if (found == null) return next > at ? bare(in, next) : null;
    double amount = found.meaning();
    next = found.end();
    if (in.word(next).equals("of")) next++;
    var counted = in.word(next).equals("and")
        && in.word(next + 1).equals("a")
        && in.word(next + 2).equals("half")
        && !times.unit(in.word(next + 3)).isEmpty();
    if (counted) return unit(in, next + 3, amount + .5, end);
    if (in.word(next - 1).equals("a") && in.word(next).equals("couple")) {
      amount = 2;
      next += in.word(next + 1).equals("of") ? 2 : 1;
    }
    var last = Shape.fits(in.word(next), "-|to|or") ? amount(in, next + 1) : null;
    return last == null ? unit(in, next, amount, end) : unit(in, last.end(), last.meaning(), end);
  }

  /// "half an hour", "a half hour", "an hour and a half" is read with its unit.
  private @Nullable Found<Length> half(Sentence in, int at) {
    if (Shape.fits(in.word(at), "three|3")
        && in.word(at + 1).equals("quarters")
        && in.word(at + 3).equals("an"))
      return new Found<>(new Length(.75, Unit.HOURS, false), at + 5);
    var begin = Shape.fits(in.word(at), "a|the|next|every|each") ? at + 1 : at;
    if (in.word(begin).equals("next")) begin++;
    if (!in.word(begin).equals("half")) return null;
    var unit = Shape.fits(in.word(begin + 1), "an|a") ? begin + 2 : begin + 1;
    if (times.unit(in.word(unit)).equals("hours"))
      return new Found<>(new Length(.5, Unit.HOURS, false), unit + 1);
    return null;
  }

  /// "within the hour", "in another week".
  private @Nullable Found<Length> bare(Sentence in, int at) {
    var unit = times.unit(in.word(at));
    var either = in.word(at + 1).equals("or") && Shape.fits(in.word(at + 2), "two|2|so");
    var one = Shape.fits(in.word(at), "hour|fortnight") || in.word(at - 1).equals("another");
    if (unit.isEmpty() || !(either || one) || Shape.fits(in.word(at - 2), "past|on")) return null;
    if (either && !in.word(at + 2).equals("so"))
      return new Found<>(new Length(2, Unit.valueOf(unit.toUpperCase(Locale.ROOT)), false), at + 3);
    return new Found<>(new Length(1, Unit.valueOf(unit.toUpperCase(Locale.ROOT)), false), at + 1);
  }

  /// "in 20", "in ten": minutes, when nothing is counted.
  @Nullable
  Found<Length> minutes(Sentence in, int at) {
    var found = Shape.fits(in.word(at), "an?") ? null : numbers.count(in, at);
    if (found == null || found.meaning() < 2 || found.meaning() > 90) return null;
    return new Found<>(new Length(found.meaning(), Unit.MINUTES, false), found.end());
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
    var more = unit.equals("hours") ? minutesMore(in, next) : null;
    if (more != null) {
      amount += more.meaning() / 60.0;
      next = more.end();
    }
    if (in.word(next).equals("'s")) next++;
    if (in.word(next).equals("time")) next++;
    return new Found<>(
        new Length(amount, Unit.valueOf(unit.toUpperCase(Locale.ROOT)), business), next);
  }

  /// "1 hour 20 minutes", "an hour and a quarter" but for the hour.
  private @Nullable Found<Integer> minutesMore(Sentence in, int at) {
    int next = in.word(at).equals("and") ? at + 1 : at;
    if (next > at && in.word(next).equals("a") && in.word(next + 1).equals("quarter"))
      return new Found<>(15, next + 2);
    var found = numbers.count(in, next);
    var unit = found == null ? "" : times.unit(in.word(found.end()));
    return found != null && unit.equals("minutes")
        ? new Found<>(found.meaning(), found.end() + 1)
        : null;
  }

  private @Nullable Found<Double> amount(Sentence in, int at) {
    var word = in.word(at);
    if (Shape.fits(word, "\\d/\\d")) return new Found<>(Double.valueOf(word.substring(2)), at + 1);
    if (Shape.fits(word, "\\d{1,3}\\.\\d")) return new Found<>(Double.valueOf(word), at + 1);
    var whole = numbers.count(in, at);
    return whole == null ? null : new Found<>((double) whole.meaning(), whole.end());
  }
}
