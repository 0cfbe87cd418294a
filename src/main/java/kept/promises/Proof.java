package kept.promises;

import java.time.Instant;
import kept.conversations.Draft;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// What shows that a promise was kept: a tracking number, an order, a photo of the repaired thing.
public record Proof(
    ProofId id,
    PromiseId promise,
    String words,
    Draft.@Nullable NewFile file,
    AgentId givenBy,
    Instant givenAt) {}
