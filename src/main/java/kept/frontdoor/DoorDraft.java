package kept.frontdoor;

import java.time.Instant;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// A plan that somebody works on and no caller meets. It may break law 6; it cannot be used then.
public record DoorDraft(
    FrontDoorId door, Plan plan, @Nullable AgentId by, Instant at) {}
