package kept.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One of the team is away, in a job or driving. Without an end nobody knows yet when they are
/// back.
public record Absence(
    AbsenceId id,
    AgentId agent,
    AbsenceKind kind,
    Instant startsAt,
    @Nullable Instant endsAt) {
  boolean covers(Instant at) {
    return !startsAt.isAfter(at) && isOpenAfter(at);
  }

  /// Not over at this moment.
  boolean isOpenAfter(Instant at) {
    return endsAt == null || endsAt.isAfter(at);
  }
}
