package kept.phone;

import java.time.Instant;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// A talk as its agent sees it.
///
/// @param heldSince since when the other hears music; null while they talk
/// @param asked whom the agent asks before handing over; null while nobody is
/// @param joined who else is in the talk; null while it is two
/// @param missed who did not take it when it was last to be handed over; null otherwise
public record TalkState(
    AgentId agent,
    boolean muted,
    @Nullable Instant heldSince,
    @Nullable Asked asked,
    @Nullable String joined,
    @Nullable NotReached missed,
    Tape tape) {

  /// Somebody who hears of the call first: it rings there, or the agent talks with them.
  public record Asked(String name, boolean talking) {}

  /// Somebody to whom it could not be handed over.
  public record NotReached(String name, CallNotHandedOver.Why why) {}

  /// Whether the talk is written down. The other was told.
  public enum Tape {
    OFF,
    ON,
    PAUSED,
    /// It should have been, and the disk did not take it.
    FAILED
  }

  /// Whether the agent talks with whoever is asked.
  boolean asks() {
    return asked != null && asked.talking();
  }

  static TalkState begun(AgentId agent) {
    return new TalkState(agent, false, null, null, null, null, Tape.OFF);
  }

  TalkState of(AgentId another) {
    return new TalkState(another, false, null, null, null, null, tape);
  }

  TalkState muted(boolean now) {
    return new TalkState(agent, now, heldSince, asked, joined, missed, tape);
  }

  TalkState held(@Nullable Instant since) {
    return new TalkState(agent, muted, since, asked, joined, missed, tape);
  }

  TalkState asking(@Nullable Asked whom) {
    return new TalkState(agent, muted, null, whom, joined, null, tape);
  }

  TalkState with(@Nullable String third) {
    return new TalkState(agent, muted, null, null, third, null, tape);
  }

  TalkState missing(@Nullable NotReached whom) {
    return new TalkState(agent, muted, heldSince, asked, joined, whom, tape);
  }

  TalkState taped(Tape now) {
    return new TalkState(agent, muted, heldSince, asked, joined, missed, now);
  }
}
