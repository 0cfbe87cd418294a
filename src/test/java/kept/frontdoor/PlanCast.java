package kept.frontdoor;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Role;

/// Marlow & Daughter's people and plans for tests that know no database. Justin takes no calls.
final class PlanCast {
  static final Agent DANA = agent("Dana Marlow", true);
  static final Agent PRIYA = agent("Priya Nair", true);
  static final Agent EDIE = agent("Edie Moss", true);
  static final Agent JUSTIN = agent("Justin Cole", false);
  static final AgentId GONE = AgentId.next();

  static final Map<AgentId, Agent> TEAM = new LinkedHashMap<>();
  static final String OURS = "+14155550100";

  static {
    for (var each : List.of(DANA, PRIYA, EDIE, JUSTIN)) TEAM.put(each.id(), each);
  }

  /// Priya first, everyone after twenty seconds.
  static final Plan PLAIN =
      new Plan(false, List.of(wave(20, PRIYA.id()), wave(15)), Overflow.VOICEMAIL);

  /// Everything that a plan can hold.
  static final Plan FULL = new Plan(
      true,
      List.of(wave(8, PRIYA.id()), wave(8, EDIE.id()), wave(16)),
      Overflow.NUMBER,
      "+14155550177",
      new Greetings(greeting(4_200), greeting(5_000), null),
      List.of(
          new Key('1', KeyAct.RING_BACK, List.of()),
          new Key('2', KeyAct.PEOPLE, List.of(EDIE.id()))),
      Screening.WITHHELD,
      new Direct(DANA.id(), List.of("+14155550142")));

  private PlanCast() {}

  static Wave wave(int seconds, AgentId... agents) {
    return new Wave(List.of(agents), Duration.ofSeconds(seconds));
  }

  static Greeting greeting(int millis) {
    return new Greeting("0".repeat(64), Duration.ofMillis(millis), "Marlow and Daughter.");
  }

  private static Agent agent(String name, boolean takesCalls) {
    return new Agent(
        AgentId.next(), name, "x@example.com", Role.AGENT, null, 165, takesCalls, "", null);
  }
}
