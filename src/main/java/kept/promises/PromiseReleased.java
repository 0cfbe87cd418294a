package kept.promises;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;

/// The customer let us off, or it no longer applies.
public record PromiseReleased(PromiseId promise, ConversationId conversation) implements Event {
  @Override
  public Id subject() {
    return promise;
  }
}
