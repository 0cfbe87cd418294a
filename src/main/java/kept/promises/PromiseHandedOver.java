package kept.promises;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Somebody else keeps it now; for a while, where they stand in for one who is not at hand.
public record PromiseHandedOver(
    PromiseId promise,
    ConversationId conversation,
    AgentId from,
    AgentId to,
    @Nullable AgentId standsInFor)
    implements Event {
  @Override
  public Id subject() {
    return promise;
  }
}
