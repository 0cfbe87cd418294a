package kept.promises.hearing;

import java.time.LocalTime;
import kept.promises.hearing.TimeWords.Found;
import kept.promises.hearing.When.Clock;
import kept.promises.hearing.When.Half;
import org.jspecify.annotations.Nullable;

/// Reads clock times: "4", "4:30 pm", "half four", "ten to five", "noon", "8-12", "between 2 and
/// 4".
final class ClockReader {
  private final Language language;
  private final Numbers numbers;

  ClockReader(Language language) {
    this.language = language;
    this.numbers = new Numbers(language.times());
  }

  /// `sure` when what stands before says that a time comes: then a bare number will do.
  @Nullable
  Found<Clock> read(Sentence in, int at, int end, boolean sure) {
    var first = point(in, at, end);
    if (first == null) return null;
    var span = span(in, at, first, end);
    if (span != null) return span;
    var surely = sure && mayEndHere(in, first.end(), end);
    return first.marked || surely ? new Found<>(first.clock, first.end) : null;
  }

  /// A point and whether it can be nothing but a time.
  private record Point(Clock clock, int end, boolean marked) {}

  private @Nullable Found<Clock> span(Sentence in, int at, Point first, int end) {
    var to = in.word(first.end).equals("ish") ? first.end + 1 : first.end;
    if (!Shape.fits(in.word(to), "-|to|and|till|until|or")) return null;
    if (in.word(to).equals("and") && !Shape.fits(in.word(at - 1), "between|from")) return null;
    var last = point(in, to + 1, end);
    if (last == null) return null;
    var clear = first.marked || last.marked || mayEndHere(in, last.end, end);
    if (!clear) return null;
    var clock = new Clock(last.clock.time(), last.clock.half(), first.clock.time());
    return new Found<>(clock, last.end);
  }

  private @Nullable Point point(Sentence in, int at, int end) {
    if (at >= end) return null;
    var named = language.times().clockWord(in.word(at));
    if (named.isPresent())
      return new Point(new Clock(named.get(), Half.AFTERNOON, null), at + 1, true);
    var spoken = spoken(in, at, end);
    if (spoken != null) return spoken;
    var time = digits(in.word(at));
    if (Shape.fits(in.word(at), "\\d{3}") && !Shape.fits(in.word(at + 1), "[ap]\\.?m")) return null;
    if (time == null) {
      var hour = language.times().number("number", in.word(at));
      if (hour < 1 || hour > 12 || Shape.fits(in.word(at), "a|an|couple")) return null;
      time = LocalTime.of(hour % 24, 0);
      var minute = minute(in, at + 1);
      if (minute != null)
        return halved(in, time.plusMinutes(minute.meaning()), minute.end(), isSure(minute));
    }
    var exact = Shape.fits(in.word(at), "\\d{1,2}[:.]\\d\\d")
        || (Shape.fits(in.word(at), "0\\d{3}|1\\d{3}|2[0-3]\\d{2}")
            && in.word(at).endsWith("0"));
    return halved(in, time, at + 1, exact && !Shape.fits(in.word(at), "\\d+\\.\\d+"));
  }

  /// "eight forty", "ten fifty-five".
  private @Nullable Found<Integer> minute(Sentence in, int at) {
    var minute = in.isNumber(at) ? null : numbers.count(in, at);
    if (minute == null || minute.meaning() % 5 != 0) return null;
    return minute.meaning() >= 10 && minute.meaning() < 60 ? minute : null;
  }

  /// "two twenty" may count something, "two thirty" is a time.
  private static boolean isSure(Found<Integer> minute) {
    return minute.meaning() % 15 == 0;
  }

  /// "half four", "quarter past 3", "ten to five", "20 past".
  private @Nullable Point spoken(Sentence in, int at, int end) {
    var minutes = language.times().number("fraction of an hour", in.word(at));
    var next = at + 1;
    if (minutes < 0) {
      var count = numbers.count(in, at);
      if (count == null || count.meaning() > 59) return null;
      minutes = count.meaning();
      next = count.end();
      var named = language.times().unit(in.word(next)).equals("minutes");
      if (named) next++;
      if (!Shape.fits(in.word(next), "past|to|after|of")) return null;
      if (in.word(next).equals("to") && !named && isSpan(in, at, minutes)) return null;
    }
    var past = Shape.fits(in.word(next), "past|after");
    var before = Shape.fits(in.word(next), "to|of");
    if (past || before) next++;
    var hour = number(in.word(next));
    if (hour < 1 || hour > 12 || next >= end || Shape.fits(in.word(at), "a|an")) return null;
    if (minutes == 15 && !past && !before) return null;
    var time = LocalTime.of(hour, 0);
    return halved(
        in, before ? time.minusMinutes(minutes) : time.plusMinutes(minutes), next + 1, true);
  }

  /// "5 to 6 pm" is from five to six, unless an "at" or a "by" says that it is one time.
  private static boolean isSpan(Sentence in, int at, int minutes) {
    var before = in.word(at - 1);
    if (minutes % 5 != 0 || Shape.fits(before, "from|between")) return true;
    return in.isNumber(at) && !Shape.fits(before, "at|by|before|about|around|till|until");
  }

  /// "ten minutes to four" is no length of time.
  boolean goesOnAsClock(Sentence in, int at) {
    return Shape.fits(in.word(at), "to|past")
        && in.word(at - 1).startsWith("minute")
        && number(in.word(at + 1)) > 0;
  }

  private Point halved(Sentence in, LocalTime time, int at, boolean marked) {
    var word = in.word(at);
    if (Shape.fits(word, "am|a\\.m|pm|p\\.m|p|a")
        && !(word.equals("a") && !in.word(at + 1).equals("m"))) {
      var half = word.startsWith("a") ? Half.MORNING : Half.AFTERNOON;
      var hour = time.getHour() % 12 + (half == Half.AFTERNOON ? 12 : 0);
      return new Point(new Clock(time.withHour(hour), half, null), at + 1, true);
    }
    var oclock = word.equals("oclock");
    var half = time.getHour() > 12 || time.getHour() == 0
        ? Half.AFTERNOON
        : Shape.fits(in.word(at - 1), "0\\d.*") ? Half.MORNING : Half.UNSAID;
    return new Point(
        new Clock(time, half, null),
        oclock ? at + 1 : at,
        marked || oclock || Shape.fits(word, "ish|sharp"));
  }

  private @Nullable LocalTime digits(String word) {
    var parts = word.split("[:.]");
    if (!Shape.fits(word, "\\d{1,2}([:.]\\d\\d)?|\\d{3,4}")) return null;
    var number = Integer.parseInt(parts[0]);
    var joined = parts[0].length() > 2;
    var hour = joined ? number / 100 : number;
    var minute = parts.length == 2 ? Integer.parseInt(parts[1]) : joined ? number % 100 : 0;
    if (hour > 23 || minute > 59 || (hour == 0 && parts.length == 1)) return null;
    return LocalTime.of(hour, minute);
  }

  private int number(String word) {
    if (Shape.fits(word, "\\d{1,2}")) return Integer.parseInt(word);
    return language.times().number("number", word);
  }

  /// After a bare number only such words may stand as show that it counts nothing: not "by 4
  /// chairs".
  boolean mayEndHere(Sentence in, int at, int end) {
    var word = in.word(at);
    return at >= end
        || word.isEmpty()
        || language.is("kin after clock", word)
        || (language.is("boundary", word) && !word.equals("-"))
        || language.times().number("weekday", word) > 0
        || language.times().part(in, at, end).isPresent();
  }
}
