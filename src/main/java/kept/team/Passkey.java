package kept.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A passkey that somebody on the team comes in with, at this site and no other. A `synced` one may
/// be on all their devices.
public record Passkey(
    PasskeyId id,
    AgentId agent,
    String site,
    String name,
    boolean synced,
    Instant createdAt,
    @Nullable Instant usedAt) {}
