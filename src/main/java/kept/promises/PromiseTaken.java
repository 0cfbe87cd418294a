package kept.promises;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;

/// Its keeper heard the alarms and said that they have it.
public record PromiseTaken(PromiseId promise, ConversationId conversation, AgentId keeper)
    implements Event {
  @Override
  public Id subject() {
    return promise;
  }
}
