package kept.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A program's way in, with the powers of the agent it was made for. The token itself was shown
/// once and is not kept.
public record ApiToken(
    ApiTokenId id,
    String label,
    AgentId agent,
    Instant createdAt,
    @Nullable Instant usedAt,
    @Nullable Instant revokedAt) {}
