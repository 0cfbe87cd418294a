package kept.phone;

import kept.conversations.ConversationId;
import kept.customers.CustomerId;
import kept.platform.Event;
import kept.platform.Id;

/// Somebody rings; it is on disk, and nobody's phone rings yet.
public record CallArrived(CallId call, ConversationId conversation, CustomerId customer)
    implements Event {
  @Override
  public Id subject() {
    return call;
  }
}
