package kept.api;

import java.time.Instant;
import kept.team.Absence;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Role;
import org.jspecify.annotations.Nullable;

/// A member of the team as programs read it.
record AgentShape(
    AgentId id,
    String name,
    String email,
    Role role,
    @Nullable AgentId second,
    boolean takingCalls,
    String doing,
    @Nullable AbsenceShape absence,
    @Nullable Instant leftAt) {
  /// Away, in a job or driving at this moment; without an end nobody knows yet when they are back.
  record AbsenceShape(String kind, Instant from, @Nullable Instant until) {
    static AbsenceShape of(Absence of) {
      return new AbsenceShape(of.kind().word(), of.startsAt(), of.endsAt());
    }
  }

  static AgentShape of(Agent of, @Nullable Absence absence) {
    return new AgentShape(
        of.id(),
        of.name(),
        of.email(),
        of.role(),
        of.second(),
        of.takingCalls(),
        of.doing(),
        absence == null ? null : AbsenceShape.of(absence),
        of.leftAt());
  }
}
