package kept.api;

import java.time.Instant;
import java.util.List;
import kept.promises.Alarm;
import kept.promises.AlarmId;
import kept.promises.Cause;
import kept.promises.Step;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// One step of a promise's ladder as programs read it, with who was told and who saw it.
record AlarmShape(
    AlarmId id,
    Step step,
    Cause cause,
    Instant at,
    @Nullable Instant firedAt,
    @Nullable AgentId takenBy,
    @Nullable Instant takenAt,
    List<Alarm.Told> told) {
  static AlarmShape of(Alarm of) {
    return new AlarmShape(
        of.id(),
        of.step(),
        of.cause(),
        of.at(),
        of.firedAt(),
        of.takenBy(),
        of.takenAt(),
        of.told());
  }
}
