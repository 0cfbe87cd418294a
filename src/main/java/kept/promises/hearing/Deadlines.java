package kept.promises.hearing;

import kept.promises.hearing.Due.Sort;
import org.jspecify.annotations.Nullable;

/// Finds which of the times around a head is its own.
final class Deadlines {
  private final Language language;
  private final DueFinder dues;

  Deadlines(Language language, DueFinder dues) {
    this.language = language;
    this.dues = dues;
  }

  /// Its own, on the day for which the sentence before says that it is booked.
  Due of(Place place) {
    var own = inSentence(place);
    if (!own.namesHour() || place.index() == 0) return own;
    var before = place.text().get(place.index() - 1);
    if (!language.cues("booked").anyIn(before)) return own;
    var day = dues.find(before, 0, before.size(), place.monthFirst());
    var together = DueFinder.together(day, own);
    return together == null ? own : new Due(own.sort(), together.when(), own.start(), own.end());
  }

  /// After the verb first, then before it, then in a next sentence that says nothing else.
  private Due inSentence(Place place) {
    var in = place.in();
    var head = place.head();
    var after = after(place);
    var before =
        dues.find(in, Math.min(place.start(), head.from()), head.from(), place.monthFirst());
    var together =
        before.sort() == Sort.TIME ? DueFinder.together(before, after) : dayBefore(place, after);
    if (together != null) return together;
    if (before.sort() == Sort.TIME && !after.isDated()) return before;
    if (after.isThere()) return withHour(place, after);
    var next = next(place);
    return next != null ? next : before.isThere() ? before : anywhere(place);
  }

  /// "We'll come Thursday. Between 8 and 12."
  private Due withHour(Place place, Due day) {
    var hour = next(place);
    var both = hour == null ? null : DueFinder.together(day, hour);
    return both == null ? day : new Due(both.sort(), both.when(), day.start(), day.end());
  }

  /// "Booked for Monday. Will be there 8-12.", "Half eight? I'll ring you then.": the day stands in
  /// the sentence before.
  private @Nullable Due dayBefore(Place place, Due after) {
    var then = !after.isThere() && language.is("then", place.in().word(place.end() - 1));
    if (place.index() == 0 || !(then || after.namesHour())) return null;
    var last = place.text().get(place.index() - 1);
    var day = dues.find(last, 0, last.size(), place.monthFirst());
    if (day.sort() != Sort.TIME) return null;
    return then ? day : DueFinder.together(day, after);
  }

  private Due after(Place place) {
    var verb = place.head().verb() + 1;
    var own = dues.find(place.in(), verb, place.end(), place.monthFirst());
    if (own.isDated() || place.chainEnd() == place.end()) return own;
    return dues.find(place.in(), verb, place.chainEnd(), place.monthFirst());
  }

  private @Nullable Due next(Place place) {
    if (place.index() + 1 >= place.text().size()) return null;
    var due = dues.alone(place.text().get(place.index() + 1), place.monthFirst());
    return due.isThere() ? due : null;
  }

  /// A time that binds, further on in the sentence.
  private Due anywhere(Place place) {
    var in = place.in();
    var due = dues.find(in, place.head().from(), in.size(), place.monthFirst());
    return due.binds() ? due : Due.NONE;
  }
}
