package kept.phone;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;

/// What was recorded in a call is deleted: by somebody, or since its time was over.
public record CallForgotten(CallId call, ConversationId conversation) implements Event {
  @Override
  public Id subject() {
    return call;
  }
}
