package kept.conversations;

import kept.customers.CustomerId;
import kept.platform.Event;
import kept.platform.Id;

/// A matter that we had not heard of.
public record ConversationOpened(ConversationId conversation, CustomerId customer)
    implements Event {
  @Override
  public Id subject() {
    return conversation;
  }
}
