package kept.phone;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;

/// What was recorded in a call is on the disk to its end, or was found missing.
public record CallRecorded(CallId call, ConversationId conversation) implements Event {
  @Override
  public Id subject() {
    return call;
  }
}
