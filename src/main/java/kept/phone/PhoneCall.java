package kept.phone;

import java.time.Duration;
import java.time.Instant;
import kept.conversations.ContactId;
import kept.conversations.ConversationId;
import kept.conversations.Direction;
import kept.customers.CustomerId;
import kept.customers.VerificationLevel;
import kept.promises.PromiseId;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Role;
import org.jspecify.annotations.Nullable;

/// One attempt to reach somebody by telephone.
///
/// @param line the number of ours that was dialled; null for a call out
/// @param number theirs in E.164; null when withheld
/// @param sureness how sure we are who it is; a number alone proves nothing (law 5)
/// @param agent who talks or talked with them last
/// @param rangAt when the first phone rang
/// @param answeredAt when the line took it, by a person or a prompt
/// @param queuedAt since when their place in line is kept; null when nobody told them of one
/// @param talkedAt when they first heard a person
/// @param recording a file in the folder of recordings
/// @param promise what it became when nobody took it
/// @param about the promise that we call about
/// @param keys pressed before they heard a person
/// @param wrappedUpAt when the agent was done with it
/// @param tape what is known of the recording besides its file
public record PhoneCall(
    CallId id,
    Direction direction,
    @Nullable LineId line,
    @Nullable String number,
    VerificationLevel sureness,
    CustomerId customer,
    ConversationId conversation,
    ContactId contact,
    @Nullable AgentId agent,
    Instant beganAt,
    @Nullable Instant rangAt,
    @Nullable Instant answeredAt,
    @Nullable Instant queuedAt,
    @Nullable Instant talkedAt,
    @Nullable Instant endedAt,
    @Nullable Outcome outcome,
    @Nullable String recording,
    @Nullable PromiseId promise,
    @Nullable PromiseId about,
    int keys,
    @Nullable Instant wrappedUpAt,
    Carrier carrier,
    Tape tape) {

  /// @param wave how loud it is along its length; null until it was looked at
  /// @param lostAt when it was found that nothing was written
  public record Tape(@Nullable Wave wave, @Nullable Instant lostAt) {
    static final Tape NONE = new Tape(null, null);
  }

  public boolean isOver() {
    return endedAt != null;
  }

  public boolean isWrappedUp() {
    return wrappedUpAt != null;
  }

  /// Whether a customer whom we know since then was met by this call.
  public boolean isFirst(Instant known) {
    return !known.isBefore(beganAt);
  }

  public boolean isInbound() {
    return direction == Direction.INBOUND;
  }

  /// The owner may delete what was recorded, and whoever talked in it or keeps what came of it.
  public boolean mayBeForgottenBy(Agent agent, @Nullable AgentId keeper) {
    return agent.role() == Role.OWNER
        || agent.id().equals(this.agent)
        || agent.id().equals(keeper);
  }

  /// How long they waited for a person, or wait.
  public Duration waited(Instant now) {
    var until = talkedAt != null ? talkedAt : endedAt;
    return Duration.between(beganAt, until == null ? now : until);
  }

  /// How long they have talked with a person.
  public Duration talked(Instant now) {
    if (talkedAt == null) return Duration.ZERO;
    return Duration.between(talkedAt, endedAt == null ? now : endedAt);
  }
}
