package kept.conversations;

import kept.platform.Event;
import kept.platform.Id;

/// Something cost the customer effort. `amount` counts times, or seconds for a wait.
public record EffortSpent(ConversationId conversation, Effort kind, int amount) implements Event {
  @Override
  public Id subject() {
    return conversation;
  }
}
