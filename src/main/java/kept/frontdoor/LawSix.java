package kept.frontdoor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import kept.frontdoor.Objection.WayOut;
import kept.team.Agent;
import kept.team.AgentId;

/// Law 6: whoever presses nothing reaches a person. Pure.
///
/// Each objection knows a way out where there is one, and whoever takes them one after another
/// comes to a plan that may be used.
final class LawSix {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int MOST_WAVES = 5;

  private final Plan plan;
  private final Map<AgentId, Agent> team;
  private final List<Objection> objections = new ArrayList<>();

  private LawSix(Plan plan, Map<AgentId, Agent> team) {
    this.plan = plan;
    this.team = team;
  }

  /// Why this plan would leave somebody without a person; nothing when it does not.
  ///
  /// @param ours the numbers that lead to the shop
  static List<Objection> objections(Plan plan, Map<AgentId, Agent> team, Collection<String> ours) {
    var law = new LawSix(plan, team);
    law.waves();
    law.objections.addAll(KeyRules.objections(plan, law::reaches));
    law.gone();
    law.elsewhere(ours);
    law.greetings();
    return List.copyOf(law.objections);
  }

  private void waves() {
    var everyone = plan.waves(FrontDoors.usual().waves());
    if (plan.waves().isEmpty())
      object("Nobody rings: a caller would never reach a person.", "Let everyone ring", everyone);
    if (plan.waves().size() > MOST_WAVES)
      object(
          "More than five waves are a maze. Let more people ring at once.",
          "Ring the last ones with the fifth",
          plan.waves(joined()));
    for (var wave : plan.waves()) rings(wave);
    if (plan.rings().compareTo(PATIENCE) > 0)
      object(
          "It would ring for over three minutes. Nobody waits that long.",
          "Ring for three minutes at most",
          plan.waves(shortened()));
  }

  private void rings(Wave wave) {
    if (wave.isEveryone()) {
      if (!reaches(team.keySet()))
        objections.add(
            new Objection("Nobody of the team takes calls, so nobody would ring.", null));
    } else if (!reaches(wave.agents())) {
      object(
          "None of the people in one wave takes calls, so nobody would ring there.",
          "Leave them out",
          plan.waves(plan.waves().stream().filter(each -> !each.equals(wave)).toList()));
    }
  }

  /// Somebody who left the team is named somewhere.
  private void gone() {
    var named = new HashSet<AgentId>();
    for (var wave : plan.waves()) named.addAll(wave.agents());
    for (var key : plan.keys()) named.addAll(key.agents());
    if (plan.direct() != null) named.add(plan.direct().agent());
    named.removeIf(this::isHere);
    if (!named.isEmpty())
      object("Somebody in it is not on the team.", "Leave them out", plan.without(named));
  }

  private void elsewhere(Collection<String> ours) {
    if (plan.overflow() != Overflow.NUMBER) return;
    var number = plan.elsewhere();
    var instead = plan.overflow(Overflow.VOICEMAIL, null);
    if (number == null)
      object("Say which number rings when nobody can.", "Take a message instead", instead);
    else if (OutsideNumber.callsForHelp(number))
      object(
          "Callers would be sent to " + number + ", which is for emergencies.",
          "Take a message instead",
          instead);
    else if (ours.contains(number))
      object(
          "Callers would be sent to our own number, and go round in a circle.",
          "Take a message instead",
          instead);
    else if (!OutsideNumber.isE164(number))
      object(
          "Write the other number with its country, like +14155550142.",
          "Take a message instead",
          instead);
  }

  private void greetings() {
    for (var moment : Moment.values()) {
      var greeting = plan.greetings().at(moment);
      if (greeting != null && greeting.isTooLong())
        object(
            "A greeting takes %s seconds. Twelve are the most, since everyone hears all of them."
                .formatted(greeting.length().toMillis() / 1000d),
            "Drop that greeting",
            plan.greetings(plan.greetings().with(moment, null)));
    }
    var hello = plan.greetings().open();
    var tooLong = plan.greetings().hello().compareTo(Greeting.LONGEST) > 0;
    if (tooLong && plan.greetings().notice() != null && (hello == null || !hello.isTooLong()))
      object(
          "Hello and what it adds take %s seconds. Twelve are the most, since everyone hears them."
              .formatted(plan.greetings().hello().toMillis() / 1000d),
          "Drop what it adds",
          plan.greetings(plan.greetings().notice(null)));
  }

  private void object(String sentence, String wayOut, Plan instead) {
    objections.add(new Objection(sentence, new WayOut(wayOut, instead)));
  }

  private boolean reaches(Collection<AgentId> agents) {
    return agents.stream().anyMatch(id -> isHere(id) && takesCalls(id));
  }

  private boolean isHere(AgentId id) {
    var agent = team.get(id);
    return agent != null && agent.isHere();
  }

  private boolean takesCalls(AgentId id) {
    var agent = team.get(id);
    return agent != null && agent.takingCalls();
  }

  private List<Wave> joined() {
    var kept = new ArrayList<>(plan.waves().subList(0, MOST_WAVES));
    var last = plan.waves().subList(MOST_WAVES - 1, plan.waves().size());
    var everyone = last.stream().anyMatch(Wave::isEveryone);
    var agents =
        last.stream().flatMap(wave -> wave.agents().stream()).distinct().toList();
    kept.set(
        MOST_WAVES - 1, new Wave(everyone ? List.of() : agents, last.getFirst().rings()));
    return kept;
  }

  private List<Wave> shortened() {
    var waves = plan.waves().size() > MOST_WAVES ? joined() : plan.waves();
    var each = PATIENCE.dividedBy(waves.size());
    return waves.stream()
        .map(wave -> wave.rings().compareTo(each) > 0 ? wave.ringing(each) : wave)
        .toList();
  }
}
