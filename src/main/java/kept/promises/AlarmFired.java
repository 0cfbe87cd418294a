package kept.promises;

import java.time.Instant;
import java.util.List;
import kept.conversations.ConversationId;
import kept.platform.Event;
import kept.platform.Id;
import kept.team.AgentId;

/// A step of the ladder was reached and these were told. `at` is when it was set to be.
public record AlarmFired(
    PromiseId promise,
    ConversationId conversation,
    AlarmId alarm,
    Step step,
    Instant at,
    List<AgentId> told)
    implements Event {
  @Override
  public Id subject() {
    return promise;
  }
}
