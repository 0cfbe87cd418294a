package kept.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.ConversationId;
import kept.conversations.Cost;
import kept.conversations.State;
import kept.customers.CustomerId;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// A conversation as programs read it.
record ConversationShape(
    ConversationId id,
    CustomerId customer,
    String matter,
    State state,
    @Nullable AgentId agent,
    Channel channel,
    Instant openedAt,
    Instant movedAt,
    @Nullable Instant waitingSince,
    @Nullable Instant resolvedAt,
    @Nullable Instant reopenedAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant lapsedAt) {

  static ConversationShape of(Conversation of) {
    return new ConversationShape(
        of.id(),
        of.customer(),
        of.matter(),
        of.state(),
        of.agent(),
        of.channel(),
        of.openedAt(),
        of.movedAt(),
        of.waitingSince(),
        of.resolvedAt(),
        of.reopenedAt(),
        of.confirmedAt(),
        of.lapsedAt());
  }

  /// One conversation, with what it has cost the customer so far.
  record Whole(@JsonUnwrapped ConversationShape conversation, CostShape cost) {}

  record CostShape(
      int contacts, int keys, int handOvers, int repeats, int reopened, long waitedSeconds) {
    static CostShape of(Cost cost) {
      return new CostShape(
          cost.contacts(),
          cost.keys(),
          cost.handOvers(),
          cost.repeats(),
          cost.reopened(),
          cost.waited().toSeconds());
    }
  }
}
