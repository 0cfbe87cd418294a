package kept.phone;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// One phone that rang for a call, or theirs.
///
/// @param ending how it left, in the line's words; null while it is in the call
public record CallLeg(
    UUID id,
    Kind kind,
    @Nullable AgentId agent,
    Instant rangAt,
    @Nullable Instant answeredAt,
    @Nullable Instant leftAt,
    @Nullable String ending) {

  /// Whose phone it is.
  public enum Kind {
    /// Whoever rings us.
    CALLER,
    /// A phone of the team's that is registered with us.
    PHONE,
    /// The phone that somebody of the team carries, over a trunk.
    MOBILE,
    /// Anybody else, over a trunk.
    CALLED;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
