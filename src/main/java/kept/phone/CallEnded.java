package kept.phone;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;

/// A call is over, in this way.
public record CallEnded(CallId call, ConversationId conversation, Outcome outcome)
    implements Event {
  @Override
  public Id subject() {
    return call;
  }
}
