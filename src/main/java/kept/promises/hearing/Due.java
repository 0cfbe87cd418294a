package kept.promises.hearing;

import org.jspecify.annotations.Nullable;

/// The words that say when: a time, something vague, an event, or nothing; and from which to which
/// letter of the text they stand.
record Due(Sort sort, @Nullable When when, int start, int end) {
  enum Sort {
    NONE,
    VAGUE,
    EVENT,
    TIME
  }

  static final Due NONE = new Due(Sort.NONE, null, -1, -1);

  static Due of(Sort sort, @Nullable When when, Sentence in, int from, int to) {
    return new Due(sort, when, in.startOf(from), in.endOf(to));
  }

  /// The same on another day.
  Due on(DayWord day) {
    if (when == null) return this;
    var moved = new When(
        when.lead(),
        when.about(),
        day,
        when.part(),
        when.clock(),
        when.length(),
        when.door(),
        when.from(),
        when.to());
    return new Due(sort, moved, start, end);
  }

  boolean isThere() {
    return sort != Sort.NONE;
  }

  /// Something that can be waited for: a time or an event.
  boolean isDated() {
    return sort == Sort.TIME || sort == Sort.EVENT;
  }

  boolean namesHour() {
    return when != null && when.clock() != null;
  }

  /// "by", "before", "in two hours": a time that is a limit.
  boolean binds() {
    if (when == null) return false;
    return switch (when.lead()) {
      case BY, BEFORE -> true;
      case IN -> when.length() != null;
      case NONE, AT, ON, FOR, AFTER -> false;
    };
  }

  boolean has(Token token) {
    return token.start() >= start && token.end() <= end;
  }
}
