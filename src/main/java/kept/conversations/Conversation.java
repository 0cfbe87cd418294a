package kept.conversations;

import java.time.Instant;
import kept.customers.CustomerId;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// One matter that a customer wants resolved.
///
/// `addressToken` stands in the address that their replies come to. `agent` is who is on it.
/// `waitingSince` is when the oldest of their words came that nobody has answered.
public record Conversation(
    ConversationId id,
    CustomerId customer,
    String matter,
    State state,
    String addressToken,
    @Nullable AgentId agent,
    Channel channel,
    Instant openedAt,
    Instant movedAt,
    @Nullable Instant waitingSince,
    @Nullable Instant resolvedAt,
    @Nullable Instant reopenedAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant lapsedAt) {

  /// We still owe them something, or their word that it is sorted.
  public boolean isOpen() {
    return state == State.OPEN || state == State.WAITING;
  }
}
