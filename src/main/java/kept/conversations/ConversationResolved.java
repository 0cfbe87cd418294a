package kept.conversations;

import kept.platform.Event;
import kept.platform.Id;

/// We think it is done and asked the customer.
public record ConversationResolved(ConversationId conversation) implements Event {
  @Override
  public Id subject() {
    return conversation;
  }
}
