package kept.desk;

import kept.platform.pages.Face;
import kept.team.Absence;
import kept.team.AbsenceKind;
import kept.team.Agent;
import org.jspecify.annotations.Nullable;

/// The faces of the team: square, in the hue that each of them has, with whether they take calls.
public final class Faces {
  private Faces() {}

  /// As they are now: one who is away takes no calls, one in a job or driving is busy.
  static Face of(Agent agent, @Nullable Absence absence) {
    if (absence == null) return of(agent);
    var on = absence.kind() == AbsenceKind.AWAY ? "off" : "busy";
    return Face.ofTeam(agent.name()).withHue(agent.hue()).on(on);
  }

  public static Face of(Agent agent) {
    return Face.ofTeam(agent.name()).withHue(agent.hue()).on(agent.takingCalls() ? "on" : "off");
  }
}
