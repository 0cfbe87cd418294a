package kept.recaps;

import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;

/// The customer told us that they had to repeat themselves.
public record CustomerHadToRepeat(ConversationId conversation) implements Event {
  @Override
  public Id subject() {
    return conversation;
  }
}
