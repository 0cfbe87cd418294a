package kept.promises.hearing;

import java.time.DayOfWeek;
import kept.promises.hearing.DayWord.Edge;
import kept.promises.hearing.TimeWords.Found;
import org.jspecify.annotations.Nullable;

/// Reads days: "tomorrow", "Thursday week", "the 2nd of March", "3/4", "early next week".
final class DayReader {
  private static final int DAYS = 7;
  private static final int CENTURY = 100;

  private final TimeWords times;
  private final Numbers numbers;

  DayReader(TimeWords times) {
    this.times = times;
    this.numbers = new Numbers(times);
  }

  /// `monthFirst` where "3/4" is the fourth of March.
  @Nullable
  Found<DayWord> read(Sentence in, int at, int end, boolean monthFirst) {
    if (at >= end) return null;
    var weekday = weekday(in, at);
    if (weekday != null) return weekday;
    var near = near(in, at);
    if (near != null) return near;
    var stretch = stretch(in, at, end);
    if (stretch != null) return stretch;
    return date(in, at, monthFirst);
  }

  private @Nullable Found<DayWord> near(Sentence in, int at) {
    return switch (in.word(at)) {
      case "today" -> new Found<>(new DayWord.InDays(0), at + 1);
      case "tomorrow" -> new Found<>(new DayWord.InDays(1), at + 1);
      case "next" -> businessDay(in, at);
      case "month" ->
        in.word(at + 1).equals("end") ? new Found<>(new DayWord.Month(0), at + 2) : null;
      case "day" -> {
        var after = in.word(at + 1).equals("after") && in.word(at + 2).equals("tomorrow");
        yield after ? new Found<>(new DayWord.InDays(2), at + 3) : null;
      }
      default -> null;
    };
  }

  /// "next business day".
  private @Nullable Found<DayWord> businessDay(Sentence in, int at) {
    var business = times.phrases("business").match(in, at + 1, in.size()) > at + 1;
    return business && in.word(at + 2).equals("day")
        ? new Found<>(new DayWord.NextBusinessDay(), at + 3)
        : null;
  }

  private @Nullable Found<DayWord> weekday(Sentence in, int at) {
    var next = in.word(at).equals("next");
    var begin = next || Shape.fits(in.word(at), "this|coming|following") ? at + 1 : at;
    int ahead = weeksAhead(in, at);
    if (ahead > 0) begin = Shape.fits(in.word(at + 2), "on|from|this") ? at + 3 : at + 2;
    int weeks = in.word(begin + 1).equals("week") ? 1 : 0;
    if (ahead > 0 || weeks > 0) {
      var near = near(in, begin);
      if (near != null && near.meaning() instanceof DayWord.InDays days)
        return new Found<>(
            new DayWord.InDays(days.days() + DAYS * (ahead + weeks)), near.end() + weeks);
    }
    var day = times.number("weekday", in.word(begin));
    if (day < 0) return weekFirst(in, at);
    var of = in.word(begin + 1).equals("of") ? begin + 2 : begin + 1;
    if (in.word(of).equals("next") && in.word(of + 1).equals("week"))
      return new Found<>(new DayWord.Weekday(DayOfWeek.of(day), true, 0), of + 2);
    var after = in.word(begin + 1).equals("next") ? begin + 2 : begin + 1 + weeks;
    return new Found<>(new DayWord.Weekday(DayOfWeek.of(day), next, weeks + ahead), after);
  }

  /// "next week on Friday", "this week Friday".
  private @Nullable Found<DayWord> weekFirst(Sentence in, int at) {
    var next = in.word(at).equals("next");
    if (!(next || in.word(at).equals("this")) || !in.word(at + 1).equals("week")) return null;
    int begin = Shape.fits(in.word(at + 2), "on|,") ? at + 3 : at + 2;
    var day = times.number("weekday", in.word(begin));
    return day < 0 ? null : new Found<>(new DayWord.Weekday(DayOfWeek.of(day), next, 0), begin + 1);
  }

  /// "a week on Friday", "two weeks today", "a fortnight tomorrow".
  private int weeksAhead(Sentence in, int at) {
    var unit = in.word(at + 1);
    if (Shape.fits(in.word(at), "a|1|one"))
      return unit.equals("week") ? 1 : unit.equals("fortnight") ? 2 : 0;
    return unit.equals("weeks") ? Math.max(0, times.number("number", in.word(at))) : 0;
  }

  /// Weeks, weekends, months and their edges.
  private @Nullable Found<DayWord> stretch(Sentence in, int at, int end) {
    var edge = Edge.WHOLE;
    int next = at;
    for (var name : new String[] {"early", "middle", "late"}) {
      var to = times.phrases(name).match(in, at, end);
      if (to <= next) continue;
      next = to;
      edge = name.equals("early") ? Edge.EARLY : name.equals("middle") ? Edge.MIDDLE : Edge.LATE;
    }
    if (in.word(at).equals("later")) edge = Edge.WHOLE;
    if (edge == Edge.WHOLE && in.word(next).equals("today")) return near(in, next);
    if (edge == Edge.LATE && Shape.fits(in.word(next), "today|tomorrow"))
      return new Found<>(new DayWord.EndOf(in.word(next).equals("today") ? 0 : 1), next + 1);
    if (in.word(next).equals("the") && edge != Edge.WHOLE) next++;
    var afterNext = afterNext(in, in.word(next).equals("the") ? next + 1 : next, edge);
    if (afterNext != null) return afterNext;
    if (edge == Edge.LATE && times.number("month", in.word(next)) > 0)
      return new Found<>(new DayWord.NamedMonth(times.number("month", in.word(next))), next + 1);
    var later = Shape.fits(in.word(next), "next|following") ? 1 : 0;
    var named = later == 1 || Shape.fits(in.word(next), "this|the|coming|same");
    if (named) next++;
    var known = named || next > at;
    return switch (in.word(next)) {
      case "week" -> known ? new Found<>(new DayWord.Week(later, edge), next + 1) : null;
      case "weekend" -> new Found<>(new DayWord.Weekend(later), next + 1);
      case "month" ->
        known && edge != Edge.EARLY && edge != Edge.MIDDLE
            ? new Found<>(new DayWord.Month(later), next + 1)
            : null;
      case "eow" -> new Found<>(new DayWord.Week(0, Edge.LATE), next + 1);
      default -> null;
    };
  }

  /// "the week after next".
  private static @Nullable Found<DayWord> afterNext(Sentence in, int at, Edge edge) {
    if (!in.word(at + 1).equals("after") || !in.word(at + 2).equals("next")) return null;
    return switch (in.word(at)) {
      case "week" -> new Found<>(new DayWord.Week(2, edge), at + 3);
      case "weekend" -> new Found<>(new DayWord.Weekend(2), at + 3);
      default -> null;
    };
  }

  private @Nullable Found<DayWord> date(Sentence in, int at, boolean monthFirst) {
    var begin = in.word(at).equals("the") ? at + 1 : at;
    var word = in.word(begin);
    if (Shape.fits(word, "\\d{4}-\\d\\d-\\d\\d"))
      return slashed(word.substring(5).replace('-', '/') + "/" + word.substring(0, 4), begin, true);
    if (Shape.fits(word, "\\d{1,2}\\.\\d{1,2}\\.20\\d\\d"))
      return slashed(word.replace('.', '/'), begin, false);
    var slashed = Shape.fits(word, "\\d{1,2}/\\d{1,2}(/\\d{2,4})?");
    if (slashed)
      return times.unit(in.word(begin + 1)).isEmpty() ? slashed(word, begin, monthFirst) : null;
    var month = times.number("month", word);
    if (month > 0 && in.word(begin - 1).equals("in"))
      return new Found<>(new DayWord.NamedMonth(month), begin + 1);
    var day = numbers.day(in, month > 0 ? begin + 1 : begin);
    if (day == null) return null;
    if (month > 0) return dated(in, month, day.meaning(), day.end());
    var after = in.word(day.end()).equals("of") ? day.end() + 1 : day.end();
    var of = times.number("month", in.word(after));
    if (of > 0) return dated(in, of, day.meaning(), after + 1);
    if (in.word(after).equals("next") && in.word(after + 1).equals("month"))
      return new Found<>(new DayWord.OfNextMonth(day.meaning()), after + 2);
    var ordinal = times.number("ordinal", in.word(day.end() - 1));
    var alone = Shape.fits(word, "\\d+(st|nd|rd|th)") || (begin > at && ordinal > 2);
    var second = begin > at && day.end() > begin + 1;
    var named = begin > at && Shape.fits(word, "\\d+") && Shape.fits(in.word(begin + 1), "|at|,");
    return alone || second || named
        ? new Found<>(new DayWord.Date(0, day.meaning(), 0), day.end())
        : null;
  }

  /// With the year, when it is said.
  private static Found<DayWord> dated(Sentence in, int month, int day, int at) {
    int year = in.word(at).equals(",") ? at + 1 : at;
    return Shape.fits(in.word(year), "(?:19|20|21)\\d\\d")
        ? new Found<>(new DayWord.Date(month, day, Integer.parseInt(in.word(year))), year + 1)
        : new Found<>(new DayWord.Date(month, day, 0), at);
  }

  private static @Nullable Found<DayWord> slashed(String word, int at, boolean monthFirst) {
    var parts = word.split("/");
    var first = Integer.parseInt(parts[0]);
    var second = Integer.parseInt(parts[1]);
    var turned = (monthFirst ? first : second) > 12;
    var month = monthFirst == turned ? second : first;
    var day = monthFirst == turned ? first : second;
    if (month > 12 || day > 31 || month < 1 || day < 1) return null;
    var year = parts.length < 3 ? 0 : Integer.parseInt(parts[2]);
    return new Found<>(
        new DayWord.Date(month, day, year < CENTURY && year > 0 ? 2000 + year : year), at + 1);
  }
}
