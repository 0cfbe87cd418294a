package kept.desk;

import kept.platform.pages.Face;
import kept.team.Agent;

/// The faces of the team: square, in the hue that each of them has, with whether they take calls.
public final class Faces {
  private Faces() {}

  public static Face of(Agent agent) {
    return Face.ofTeam(agent.name()).withHue(agent.hue()).on(agent.takingCalls() ? "on" : "off");
  }
}
