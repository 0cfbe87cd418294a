package kept.promises;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;

/// It was said to have ended by mistake, and is open again with its alarms.
public record PromiseUndone(PromiseId promise, ConversationId conversation) implements Event {
  @Override
  public Id subject() {
    return promise;
  }
}
