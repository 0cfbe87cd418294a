package kept.promises;

import java.time.Instant;
import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;

/// We told a customer that we would do something, by a time.
public record PromiseMade(
    PromiseId promise, ConversationId conversation, AgentId keeper, Instant dueAt)
    implements Event {
  @Override
  public Id subject() {
    return promise;
  }
}
