package kept.conversations;

import java.time.Instant;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// One written entry on the timeline. `author` is the agent of ours, none when it is theirs;
/// `sender` is who wrote it when that was somebody else than the customer.
///
/// `words` is what is new in it, `quoted` what they repeated of older letters, `html` the sanitised
/// page they sent, when they sent one.
public record Message(
    MessageId id,
    ConversationId conversation,
    Direction direction,
    Channel channel,
    @Nullable AgentId author,
    @Nullable String sender,
    Instant at,
    String words,
    @Nullable String quoted,
    @Nullable String html) {}
