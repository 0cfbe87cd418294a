package kept.recaps;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;

/// The customer said that it is sorted.
public record CustomerSaidSorted(ConversationId conversation) implements Event {
  @Override
  public Id subject() {
    return conversation;
  }
}
