package kept.promises.hearing;

import kept.promises.hearing.When.Clock;
import kept.promises.hearing.When.Door;
import kept.promises.hearing.When.Lead;
import kept.promises.hearing.When.Length;
import org.jspecify.annotations.Nullable;

/// Reads one time as people say it, whatever the order: "Thursday by 4", "by 4 on Thursday".
final class WhenReader {
  /// "no later than by the": more of them in a row lead to no time.
  private static final int MOST_LEADS = 6;

  private final TimeWords times;
  private final DayReader days;
  private final ClockReader clocks;
  private final LengthReader lengths;

  WhenReader(Language language) {
    times = language.times();
    days = new DayReader(times);
    clocks = new ClockReader(language);
    lengths = new LengthReader(times);
  }

  /// The time that begins here, or null.
  @Nullable
  When read(Sentence in, int at, int end, boolean monthFirst) {
    var reading = new Reading(in, end, monthFirst, at);
    while (reading.step()) {}
    return reading.result();
  }

  /// "before the week is out": all of it.
  @Nullable
  When period(Sentence in, int at, int end) {
    var day = times.phrases("this day").match(in, at, end);
    if (day > at) return of(new DayWord.InDays(0), at, day);
    var week = times.phrases("this week").match(in, at, end);
    return week > at ? of(new DayWord.Week(0, DayWord.Edge.WHOLE), at, week) : null;
  }

  private static When of(DayWord day, int from, int to) {
    return new When(Lead.ON, false, day, null, null, null, null, from, to);
  }

  /// One pass over a time: what was found so far, and where it goes on.
  private final class Reading {
    private final Sentence in;
    private final int end;
    private final boolean monthFirst;
    private final int from;
    private int next;
    private int done;
    private int inARow;
    private Lead lead = Lead.NONE;
    private boolean about;
    private boolean roughly;
    private boolean every;
    private Lead leads = Lead.NONE;
    private @Nullable DayWord day;
    private TimeWords.@Nullable Part part;
    private @Nullable Clock clock;
    private @Nullable Length length;
    private @Nullable Door door;

    Reading(Sentence in, int end, boolean monthFirst, int from) {
      this.in = in;
      this.end = end;
      this.monthFirst = monthFirst;
      this.from = from;
      this.next = from;
      this.done = from;
    }

    boolean step() {
      if (next >= end) return false;
      if (item()) {
        done = next;
        inARow = 0;
        trails();
        leads = lead;
        roughly = about;
        return true;
      }
      if (done > from && in.word(next).equals(",")) {
        next++;
        return in.word(next - 2).equals(",") ? false : true;
      }
      var found = times.lead(in, next, end);
      if (found.isEmpty() || ++inARow > MOST_LEADS) return false;
      var role = found.get().meaning();
      if (role.equals("about")) about = true;
      lead = lead.then(role);
      next = found.get().end();
      return true;
    }

    private boolean item() {
      return readDoor() || readDay() || readPart() || readLength() || readClock();
    }

    private boolean readDoor() {
      if (door != null) return false;
      var night = times.phrases("night").match(in, next, end);
      if (night > next) {
        door = Door.NIGHT;
        next = night;
        return true;
      }
      var opens = times.phrases("opening").match(in, next, end);
      var closes = times.phrases("closing").match(in, next, end);
      if (opens < 0 && closes < 0) return false;
      if (!standsAsDoor(Math.max(opens, closes))) return false;
      door = opens > closes ? Door.OPENS : Door.CLOSES;
      next = Math.max(opens, closes);
      return true;
    }

    /// A single word such as "close" means the hour only after "by", "before" or "at".
    private boolean standsAsDoor(int to) {
      if (to - next > 1 || Shape.fits(in.word(next), "eod|cob|eob|hometime")) return true;
      return lead == Lead.BY || lead == Lead.BEFORE || lead == Lead.AT;
    }

    /// "by 4 about Tuesday's visit": behind a time, "about" leads to an hour and to no day.
    private boolean readDay() {
      var subject = about && !roughly && done > from;
      var weekday = day instanceof DayWord.Weekday;
      if ((day != null && !weekday) || length != null || subject) return false;
      var found = days.read(in, next, end, monthFirst);
      if (found == null || (weekday && !(found.meaning() instanceof DayWord.Date))) return false;
      day = found.meaning();
      next = found.end();
      orLater();
      if (in.word(next).equals("'s")) next++;
      return true;
    }

    /// "Wednesday or Thursday", "Mon-Tue", "today or tomorrow": the later one counts.
    private void orLater() {
      if (!Shape.fits(in.word(next), "or|to|-|/|,") || next + 1 >= end) return;
      var other = days.read(in, next + 1, end, monthFirst);
      if (other == null || (in.word(next).equals(",") && !isLatest(other.end()))) return;
      var single = other.meaning() instanceof DayWord.Weekday
          || other.meaning() instanceof DayWord.InDays
          || other.meaning() instanceof DayWord.Date;
      if (!single) return;
      day = other.meaning();
      next = other.end();
    }

    /// "Thursday, Friday at the latest".
    private boolean isLatest(int at) {
      var trail = times.trail(in, at, end);
      return trail.isPresent() && trail.get().meaning().equals("by");
    }

    private boolean readPart() {
      if (part != null) return false;
      if (day == null && Shape.fits(in.word(next), "am|pm|a\\.m|p\\.m")) return false;
      var found = times.part(in, next, end);
      if (found.isEmpty()) return false;
      part = found.get().meaning();
      next = found.get().end();
      if (in.word(next).equals("'s")) next++;
      return true;
    }

    private boolean readLength() {
      if (length != null || clock != null) return false;
      var found = lengths.read(in, next, end);
      if (found == null && lead == Lead.IN && day == null && part == null) found = minutes();
      if (found == null) return every();
      if (clocks.goesOnAsClock(in, found.end())) return false;
      if (Shape.fits(in.word(next), "every|each")) lead = Lead.IN;
      length = found.meaning();
      next = found.end();
      return true;
    }

    /// A bare number after "in", when no noun follows that it could count.
    private TimeWords.@Nullable Found<Length> minutes() {
      var found = lengths.minutes(in, next);
      return found != null && clocks.mayEndHere(in, found.end(), end) ? found : null;
    }

    /// "hourly", "every hour": first due after one.
    private boolean every() {
      var each = Shape.fits(in.word(next), "every|each");
      var word = in.word(each ? next + 1 : next);
      var unit = each ? times.unit(word) : word.endsWith("ly") ? times.every(word) : "";
      if (unit.isEmpty()) return false;
      length = new Length(1, When.Unit.valueOf(unit.toUpperCase(java.util.Locale.ROOT)), false);
      lead = Lead.IN;
      next += each ? 2 : 1;
      every = true;
      return true;
    }

    private boolean readClock() {
      if (clock != null || (length != null && !every) || isOneOf()) return false;
      var sure = day != null
          || part != null
          || lead == Lead.AT
          || lead == Lead.BY
          || lead == Lead.BEFORE
          || lead == Lead.AFTER
          || lead == Lead.FOR
          || about
          || every
          || (lead == Lead.ON && next > from);
      var found = clocks.read(in, next, end, sure);
      if (found == null) return false;
      clock = found.meaning();
      next = found.end();
      return true;
    }

    /// "for one in your size"
    private boolean isOneOf() {
      return lead == Lead.FOR
          && in.word(next).equals("one")
          && Shape.fits(in.word(next + 1), "in|of|that|with|like|more");
    }

    private void trails() {
      for (var found = times.trail(in, next, end);
          found.isPresent();
          found = times.trail(in, next, end)) {
        if (found.get().meaning().equals("about")) about = true;
        if (found.get().meaning().equals("in")) lead = Lead.IN;
        next = found.get().end();
        done = next;
      }
    }

    @Nullable
    When result() {
      if (done == from) return null;
      var counted = every && clock != null ? null : length;
      return new When(leads, roughly, day, part, clock, counted, door, from, done);
    }
  }
}
