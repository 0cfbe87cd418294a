package kept.promises;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;

/// Somebody showed that it was kept.
public record PromiseProved(PromiseId promise, ConversationId conversation, ProofId proof)
    implements Event {
  @Override
  public Id subject() {
    return promise;
  }
}
