package kept.recaps;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;

/// Somebody looked at the customer's page.
public record PageOpened(ConversationId conversation, PageLinkId link) implements Event {
  @Override
  public Id subject() {
    return conversation;
  }
}
