package kept.phone;

import java.time.Instant;
import java.util.UUID;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// What is to be written down of one phone in a call.
sealed interface LegNews {

  /// @param agent whose phone it is, of ours
  record Rang(UUID leg, CallLeg.Kind kind, @Nullable AgentId agent, Instant at)
      implements LegNews {}

  record Answered(UUID leg, Instant at) implements LegNews {}

  /// @param ending in the line's words
  record Left(UUID leg, String ending, Instant at) implements LegNews {}
}
