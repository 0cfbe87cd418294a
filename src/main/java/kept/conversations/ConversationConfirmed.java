package kept.conversations;

import kept.platform.Event;
import kept.platform.Id;

/// The customer said that it is sorted.
public record ConversationConfirmed(ConversationId conversation) implements Event {
  @Override
  public Id subject() {
    return conversation;
  }
}
