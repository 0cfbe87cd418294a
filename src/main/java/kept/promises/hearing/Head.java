package kept.promises.hearing;

import org.jspecify.annotations.Nullable;

/// A place where a promise may begin: who, in which mode, and the verb that says what.
///
/// `from` is where its words begin, `verb` where the verb stands.
record Head(
    Subject subject, Mode mode, boolean negated, int from, int verb, Verbs.@Nullable Match match) {
  /// The same with another verb: "... and ring you back".
  Head with(Verbs.Match further) {
    return new Head(subject, mode, negated, from, further.from(), further);
  }

  Head saying(Verbs.Match other) {
    return new Head(subject, mode, negated, from, verb, other);
  }

  Head not() {
    return new Head(subject, mode, true, from, verb, match);
  }

  /// "and ring you back": another verb of the same head.
  boolean goesOn(Head before) {
    return from == before.from;
  }

  enum Mode {
    /// "I'll call", "we're going to call".
    FUTURE,
    /// "you'll have it", "expect a call": what they get is what we do.
    RECEIVING,
    /// "it will be refunded".
    PASSIVE,
    /// "I'm calling at four": only a time makes it a promise.
    GOING_ON,
    /// "Manager to call back by five": with a time or an event.
    PLANNED,
    /// A note of what they were told: "told her we'd ring Friday".
    NOTED,
    /// "leave it with me".
    WHOLE
  }
}
