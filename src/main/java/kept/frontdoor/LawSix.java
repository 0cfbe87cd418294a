package kept.frontdoor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import kept.team.Agent;
import kept.team.AgentId;

/// Law 6: whoever presses nothing reaches a person. Pure.
final class LawSix {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int MOST_WAVES = 5;

  private LawSix() {}

  /// Why this plan would leave somebody without a person, in sentences; none when it does not.
  static List<String> objections(Plan plan, Map<AgentId, Agent> team) {
    var objections = new ArrayList<String>();
    if (plan.waves().isEmpty())
      objections.add("Nobody rings: a caller would never reach a person.");
    if (plan.waves().size() > MOST_WAVES)
      objections.add("More than five waves are a maze. Let more people ring at once.");
    for (var wave : plan.waves()) objections.addAll(objections(wave, team));
    if (seconds(plan).compareTo(PATIENCE) > 0)
      objections.add("It would ring for over three minutes. Nobody waits that long.");
    return List.copyOf(objections);
  }

  private static List<String> objections(Wave wave, Map<AgentId, Agent> team) {
    var objections = new ArrayList<String>();
    var ringing = wave.isEveryone() ? team.keySet() : new HashSet<>(wave.agents());
    var reached = ringing.stream()
        .map(team::get)
        .anyMatch(agent -> agent != null && agent.isHere() && agent.takingCalls());
    if (!reached)
      objections.add(
          wave.isEveryone()
              ? "Nobody of the team takes calls, so nobody would ring."
              : "None of the people in one wave takes calls, so nobody would ring there.");
    for (var each : wave.agents()) {
      var agent = team.get(each);
      if (agent == null || !agent.isHere()) objections.add("Somebody in it is not on the team.");
    }
    return objections;
  }

  private static Duration seconds(Plan plan) {
    return plan.waves().stream().map(Wave::rings).reduce(Duration.ZERO, Duration::plus);
  }
}
