package kept.promises;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;

/// Somebody else keeps it now.
public record PromiseHandedOver(
    PromiseId promise, ConversationId conversation, AgentId from, AgentId to) implements Event {
  @Override
  public Id subject() {
    return promise;
  }
}
