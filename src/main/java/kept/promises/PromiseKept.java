package kept.promises;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;

/// It was done. Late when its due time had passed.
public record PromiseKept(PromiseId promise, ConversationId conversation, boolean late)
    implements Event {
  @Override
  public Id subject() {
    return promise;
  }
}
