package kept.recaps;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;

/// No link sent so far opens the page any more.
public record PageLinksRevoked(ConversationId conversation) implements Event {
  @Override
  public Id subject() {
    return conversation;
  }
}
