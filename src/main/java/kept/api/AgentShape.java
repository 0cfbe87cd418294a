package kept.api;

import java.time.Instant;
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
    @Nullable Instant leftAt) {
  static AgentShape of(Agent of) {
    return new AgentShape(
        of.id(),
        of.name(),
        of.email(),
        of.role(),
        of.second(),
        of.takingCalls(),
        of.doing(),
        of.leftAt());
  }
}
