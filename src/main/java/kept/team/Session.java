package kept.team;

import java.time.Instant;

/// A browser in which somebody is signed in. `device` is said as people say it: "Firefox on Linux".
public record Session(
    SessionId id, AgentId agent, String device, Instant createdAt, Instant seenAt) {}
