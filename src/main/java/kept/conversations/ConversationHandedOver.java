package kept.conversations;

import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;

/// Somebody else is on it now.
public record ConversationHandedOver(ConversationId conversation, AgentId to) implements Event {
  @Override
  public Id subject() {
    return conversation;
  }
}
