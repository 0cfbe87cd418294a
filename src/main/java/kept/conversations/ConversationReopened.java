package kept.conversations;

import kept.platform.Event;
import kept.platform.Id;

/// It is not sorted after all: they wrote again or said so.
public record ConversationReopened(ConversationId conversation) implements Event {
  @Override
  public Id subject() {
    return conversation;
  }
}
