package kept.promises.hearing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kept.promises.hearing.Due.Sort;
import kept.promises.hearing.When.Lead;
import org.jspecify.annotations.Nullable;

/// Finds what says when, among the words of a promise.
final class DueFinder {
  /// What makes a time part of a name or of the past: "your 2pm appointment", "since Monday".
  private static final Set<String> NOT_DUE_AFTER =
      Set.of("your", "our", "last", "since", "than", "was", "previous", "my");
  private static final Set<String> POINTED = Set.of("tonight", "first", "last", "noon", "midnight");

  private static final int MOST_BESIDE = 2;

  private final Language language;
  private final WhenReader reader;

  DueFinder(Language language) {
    this.language = language;
    this.reader = new WhenReader(language);
  }

  Due find(Sentence in, int from, int to, boolean monthFirst) {
    return best(all(in, from, to, monthFirst));
  }

  /// Everything there that says when, in the order of the words.
  List<Due> all(Sentence in, int from, int to, boolean monthFirst) {
    var found = new ArrayList<Due>();
    for (int at = from; at < to; ) {
      var due = at(in, at, to, monthFirst);
      if (due.isThere()) found.add(due);
      at = due.isThere() ? past(in, due, at) : at + 1;
    }
    return found;
  }

  /// A sentence that says nothing but when: "Before lunch."
  Due alone(Sentence in, boolean monthFirst) {
    var due = find(in, 0, in.size(), monthFirst);
    if (in.asks() || due.sort() != Sort.TIME) return Due.NONE;
    var others = in.tokens().stream().filter(token -> !due.has(token)).count();
    return others <= MOST_BESIDE ? due : Due.NONE;
  }

  private static int past(Sentence in, Due due, int at) {
    int next = at + 1;
    while (next < in.size() && in.tokens().get(next).start() < due.end()) next++;
    return next;
  }

  private Due at(Sentence in, int at, int to, boolean monthFirst) {
    if (language.is("coming", in.word(at)) && !language.startsClause(in, at)) return Due.NONE;
    var period = reader.period(in, at, to);
    if (period != null) return Due.of(Sort.TIME, period, in, at, period.to());
    var vague = language.times().phrases("vague").match(in, at, to);
    var when = reader.read(in, at, to, monthFirst);
    if (when != null && when.to() >= vague && isDue(in, when, to))
      return Due.of(Sort.TIME, when, in, when.from(), when.to());
    if (vague > at) return Due.of(Sort.VAGUE, null, in, at, vague);
    var event = language.cues("event").match(in, at, to);
    return event > at ? event(in, at, event, to, monthFirst) : Due.NONE;
  }

  /// "before you open at 8", "when I'm there on Monday" tell the time; "once it's in" does not.
  private Due event(Sentence in, int at, int from, int to, boolean monthFirst) {
    int end = clauseEnd(in, from, to);
    if (language.is("timed event", in.word(at))) {
      var time = find(in, from, end, monthFirst);
      if (time.namesHour() || (time.sort() == Sort.TIME && !in.word(at).equals("before")))
        return time;
    }
    return Due.of(Sort.EVENT, null, in, at, end);
  }

  /// A time of its own, not part of a name, a duration or the past.
  private boolean isDue(Sentence in, When when, int to) {
    var before = in.word(when.from() - 1);
    var bare = when.lead() == Lead.NONE && !when.about();
    if (NOT_DUE_AFTER.contains(before) || (bare && before.equals("'s"))) return false;
    if (language.is("of", in.word(when.from()))) return false;
    if (when.door() != null) return when.length() == null;
    var past = language.times().phrases("past");
    if (past.anyIn(in, when.from(), Math.min(when.to() + 1, to)))
      return !in.word(when.from()).equals("last")
          && !in.word(when.to()).equals("ago")
          && !past.anyIn(in, when.from(), when.to());
    if (isOfSomething(in, when) || isWhichOne(in, when) || isWhenDone(in, when)) return false;
    if (when.length() != null) return isDeadline(in, when);
    if (when.lead() == Lead.AFTER && when.clock() == null && when.door() == null) return false;
    if (when.part() != null && when.day() == null && when.clock() == null)
      return isPointedAt(in, when) && !language.is("counted from", in.word(when.to()));
    if (when.day() == null && when.clock() == null && when.door() == null) return false;
    return true;
  }

  /// "Friday's class", "for Friday's class"; but "by Friday's post" is due.
  private boolean isOfSomething(Sentence in, When when) {
    if (!in.word(when.to() - 1).equals("'s")) return false;
    var named = !in.word(when.to()).isEmpty() && !language.is("boundary", in.word(when.to()));
    return when.to() - when.from() == 2 || (when.lead() == Lead.FOR && named);
  }

  /// "the lesson I missed on Monday"
  private boolean isWhenDone(Sentence in, When when) {
    int at = in.word(when.from() - 1).equals("on") ? when.from() - 2 : when.from() - 1;
    var verb = in.word(at);
    var done = language.verbs().forms().is(verb, Form.DONE) || language.looks(Form.DONE, verb);
    return done && Shape.fits(in.word(at - 1), "i|we|he|she|they");
  }

  /// "swap you to the Thursday class"
  private boolean isWhichOne(Sentence in, When when) {
    var next = in.word(when.to());
    var the = in.word(when.from()).equals("the") || in.word(when.from() - 1).equals("the");
    return the
        && when.lead() == Lead.NONE
        && when.day() instanceof DayWord.Weekday
        && when.namesDayOnly()
        && !next.isEmpty()
        && !language.is("kin after clock", next)
        && !language.is("boundary", next);
  }

  /// "in 3 days" and a bare "3-5 days" are; "for 3 days" is how long.
  private boolean isDeadline(Sentence in, When when) {
    if (language.is("counted from", in.word(when.to()))) return false;
    if (isMoment(in, when)) return false;
    return switch (when.lead()) {
      case IN, BY, BEFORE, AT -> true;
      case FOR, AFTER -> false;
      case NONE, ON -> {
        var next = in.word(when.to());
        yield next.isEmpty()
            || language.is("boundary", next)
            || (language.is("kin after clock", next) && !next.equals("for"));
      }
    };
  }

  /// "give me a minute"
  private static boolean isMoment(Sentence in, When when) {
    return when.to() - when.from() == 2
        && Shape.fits(in.word(when.from()), "a|one|1")
        && in.word(when.from() + 1).startsWith("minute");
  }

  private static boolean isPointedAt(Sentence in, When when) {
    return when.to() - when.from() > 1 || POINTED.contains(in.word(when.from()));
  }

  private int clauseEnd(Sentence in, int from, int to) {
    int at = from;
    while (at < to && !language.is("boundary", in.word(at)) && !in.word(at).equals("and")) at++;
    return at;
  }

  /// The first time that binds ("by", "in", "before"), else the first time, else the first word of
  /// any sort; a day and an hour that were said apart are put together.
  static Due best(List<Due> found) {
    var times = found.stream().filter(due -> due.sort() == Sort.TIME).toList();
    if (times.isEmpty()) return found.isEmpty() ? Due.NONE : found.getFirst();
    var first = times.getFirst();
    for (var other : times.subList(1, times.size())) {
      var together = together(first, other);
      if (together != null) return together;
    }
    return times.stream().filter(Due::binds).findFirst().orElse(first);
  }

  static @Nullable Due together(Due first, Due second) {
    var day = first.when();
    var hour = second.when();
    if (day == null || hour == null) return null;
    if (day.namesNoHour()
        && isOneDay(day)
        && hour.namesNoDay()
        && (hour.part() == null || day.part() == null))
      return new Due(Sort.TIME, hour.on(day), second.start(), second.end());
    if (hour.namesDayOnly() && day.namesNoDay() && day.clock() != null)
      return new Due(Sort.TIME, day.on(hour), first.start(), first.end());
    return null;
  }

  private static boolean isOneDay(When when) {
    return when.day() instanceof DayWord.InDays
        || when.day() instanceof DayWord.Weekday
        || when.day() instanceof DayWord.Date;
  }
}
