package kept.api;

import kept.platform.Refusal;
import kept.team.AgentId;
import kept.team.Team;

/// Reads who of the team is meant by a field of a body.
final class Colleagues {
  private Colleagues() {}

  static AgentId here(Team team, Body body, String field) {
    var agent = team.find(body.id(field, AgentId::new))
        .orElseThrow(
            () -> Wrong.field(field, "Nobody on the team is the one in \"" + field + "\"."));
    if (!agent.isHere()) throw new Refusal(agent.name() + " is no longer on the team.");
    return agent.id();
  }

  static AgentId hereOr(AgentId usual, Team team, Body body, String field) {
    return body.optionalText(field) == null ? usual : here(team, body, field);
  }
}
