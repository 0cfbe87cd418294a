package kept.promises;

import java.time.Instant;
import kept.conversations.MessageId;
import kept.team.AgentId;

/// A due time that was moved, when and by whom, and the message in which the customer was told.
public record NewTime(
    PromiseId promise,
    Instant fromDue,
    Instant toDue,
    Instant agreedAt,
    AgentId agreedBy,
    MessageId toldIn) {}
