package kept.promises.hearing;

import kept.promises.Kind;

/// A promise before its time is laid on a calendar; its words are those of the sentence from `from`
/// to `to`.
record Finding(String what, Kind kind, Due due, Strength strength, Sentence in, int from, int to) {}
