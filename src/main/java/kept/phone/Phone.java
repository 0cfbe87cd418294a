package kept.phone;

import java.time.Instant;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// A telephone or softphone of somebody of the team, by the name it registers under.
///
/// @param location where it stands, in words for whoever comes to help; empty when nobody said
/// @param seenAt when it last registered
public record Phone(
    PhoneId id,
    AgentId agent,
    String name,
    String userName,
    String location,
    @Nullable Instant seenAt) {}
