package kept.promises;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;

/// Somebody said why it may not be kept in time.
public record PromiseAtRisk(PromiseId promise, ConversationId conversation) implements Event {
  @Override
  public Id subject() {
    return promise;
  }
}
