package kept.promises;

import java.time.Instant;
import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;

/// Its due time passed unkept. It stays open.
public record PromiseBroken(PromiseId promise, ConversationId conversation, Instant dueAt)
    implements Event {
  @Override
  public Id subject() {
    return promise;
  }
}
