package kept.conversations;

import kept.platform.Event;
import kept.platform.Id;

/// We said something to them, or to each other (a note).
public record MessageWritten(ConversationId conversation, MessageId message, Direction direction)
    implements Event {
  @Override
  public Id subject() {
    return conversation;
  }
}
