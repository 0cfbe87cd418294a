package kept.promises;

import java.time.Instant;
import java.util.List;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// One step of a promise's ladder, and the proof of it: who was told, how, and when they saw it.
public record Alarm(
    AlarmId id,
    PromiseId promise,
    Step step,
    Cause cause,
    Instant at,
    @Nullable Instant firedAt,
    @Nullable AgentId takenBy,
    @Nullable Instant takenAt,
    List<Told> told) {
  /// One telling of one agent by one channel (`desk`, `mail`, `push`, `text`, `call`). What
  /// quiet hours hold goes out when they are over.
  public record Told(
      AgentId agent,
      String channel,
      Instant sentAt,
      @Nullable Instant heldUntil,
      @Nullable Instant deliveredAt,
      @Nullable Instant seenAt) {}
}
