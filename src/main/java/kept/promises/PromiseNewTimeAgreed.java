package kept.promises;

import java.time.Instant;
import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;

/// The customer was told a new time.
public record PromiseNewTimeAgreed(
    PromiseId promise, ConversationId conversation, Instant fromDue, Instant toDue)
    implements Event {
  @Override
  public Id subject() {
    return promise;
  }
}
