package kept.conversations;

import kept.platform.Event;
import kept.platform.Id;

/// They said something.
public record MessageReceived(ConversationId conversation, MessageId message, Channel channel)
    implements Event {
  @Override
  public Id subject() {
    return conversation;
  }
}
