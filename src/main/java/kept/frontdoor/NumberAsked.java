package kept.frontdoor;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;
import kept.promises.PromiseId;

/// A customer asked to be rung on another number. The number stays out of the log.
public record NumberAsked(PromiseId promise, ConversationId conversation) implements Event {
  @Override
  public Id subject() {
    return promise;
  }
}
