package kept.phone;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;

/// They hear a person, of whom we only know that they are one of us.
public record CallTaken(CallId call, ConversationId conversation) implements Event {
  @Override
  public Id subject() {
    return call;
  }
}
