package kept.conversations;

import kept.platform.Event;
import kept.platform.Id;

/// Seven days' silence after we asked. Never counted as sorted.
public record ConversationLapsed(ConversationId conversation) implements Event {
  @Override
  public Id subject() {
    return conversation;
  }
}
