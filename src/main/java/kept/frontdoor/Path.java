package kept.frontdoor;

import java.time.Duration;
import java.util.List;
import kept.team.AgentId;

/// One way through a front door, from the first ring to its end.
///
/// @param what where it ends, in a few words: "Priya or Edie"
/// @param when who goes this way: "when nobody has picked up by then"
/// @param people whose phones ring on it; nobody named is everyone who takes calls, or nobody where
/// it ends with a promise
/// @param keys what the caller presses on it: one key at most, and only if they like
/// @param at how long after the first ring it ends, if people pick up as they do
public record Path(
    Way way, String what, String when, List<AgentId> people, List<Key> keys, Duration at, End end) {
  public Path {
    people = List.copyOf(people);
    keys = List.copyOf(keys);
  }

  /// Which way it is.
  public enum Way {
    DIRECT,
    KNOWN,
    SCREENED,
    WAVE,
    NOBODY,
    KEY,
    CLOSED,
    HOLIDAY,
    NUISANCE
  }

  /// There is no third: no path ends in silence.
  public enum End {
    /// Somebody says hello.
    PERSON,
    /// We promise to ring back, or to listen to what they said.
    PROMISE
  }

  /// As a caller would tell it: "6 s, Priya: when Priya is free".
  public String words() {
    return at.toSeconds() + " s, " + what + (when.isEmpty() ? "" : ": " + when);
  }
}
