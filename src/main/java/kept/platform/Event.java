package kept.platform;

/// A fact, named in the past tense, as a record of ids, kinds, times and amounts.
///
/// A component may never hold a person's name, address, number or words ([Events] refuses text), so
/// that a person can be forgotten and the log still stands.
public interface Event {
  /// The one thing that this fact is about.
  Id subject();
}
