package kept.team;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One of the team is away, in a job or driving. Without an end nobody knows yet when they are
/// back.
public record Absence(
    AbsenceId id,
    AgentId agent,
    AbsenceKind kind,
    Instant startsAt,
    @Nullable Instant endsAt) {
  public boolean covers(Instant at) {
    return !startsAt.isAfter(at) && isOpenAfter(at);
  }

  /// Whether this was said before: the same until the same time, from the same time or since before
  /// now.
  boolean saysTheSame(Absence other, Instant now) {
    var begun = !startsAt.isAfter(now) && !other.startsAt.isAfter(now);
    return kind == other.kind
        && Objects.equals(endsAt, other.endsAt)
        && (begun || startsAt.equals(other.startsAt));
  }

  /// Not over at this moment.
  boolean isOpenAfter(Instant at) {
    return endsAt == null || endsAt.isAfter(at);
  }
}
