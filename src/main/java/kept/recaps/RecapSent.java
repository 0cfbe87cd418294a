package kept.recaps;

import kept.conversations.ConversationId;
import kept.conversations.MessageId;
import kept.platform.Event;
import kept.platform.Id;

/// The customer gets in writing what we understood and promised. `asks`: and whether it is sorted.
public record RecapSent(ConversationId conversation, MessageId message, boolean asks)
    implements Event {
  @Override
  public Id subject() {
    return conversation;
  }
}
