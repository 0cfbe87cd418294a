package kept.promises;

import java.util.List;
import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;

/// A step of the ladder was reached and these were told.
public record AlarmFired(
    PromiseId promise, ConversationId conversation, AlarmId alarm, Step step, List<AgentId> told)
    implements Event {
  @Override
  public Id subject() {
    return promise;
  }
}
