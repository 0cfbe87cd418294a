package kept.phone;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

  /// How long phones of ours rang before that moment: two that ring at once ring once.
  ///
  /// @param legs by when they rang
  static Duration ringing(List<CallLeg> legs, Instant until) {
    var rang = Duration.ZERO;
    var silentFrom = Instant.MIN;
    for (var leg : legs) {
      var from = latest(leg.rangAt(), silentFrom);
      var to = earliest(leg.stopped(until), until);
      if (!leg.isOurs() || !to.isAfter(from)) continue;
      rang = rang.plus(Duration.between(from, to));
      silentFrom = to;
    }
    return rang;
  }

  private boolean isOurs() {
    return kind == Kind.PHONE || kind == Kind.MOBILE;
  }

  private Instant stopped(Instant now) {
    if (answeredAt != null) return answeredAt;
    return leftAt == null ? now : leftAt;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

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
