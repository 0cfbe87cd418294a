package kept.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kept.team.Absence;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Presence;
import kept.team.ShopTime;
import kept.team.Team;

/// Where everybody is: the team with what each is doing now, as an absence that runs says it, else
/// as it was written. Threads may share this object.
public final class Whereabouts {
  private final Team team;
  private final Presence presence;
  private final InstantSource clock;

  public Whereabouts(Team team, Presence presence, InstantSource clock) {
    this.team = team;
    this.presence = presence;
    this.clock = clock;
  }

  /// Everyone who ever was, as they are at one moment. Only to be looked at, never to be saved.
  record Now(Map<AgentId, Agent> team, Map<AgentId, Absence> absences) {
    static Now of(Map<AgentId, Agent> team, Map<AgentId, Absence> absences, AbsenceWords words) {
      var doing = team.values().stream()
          .map(agent -> {
            var absence = absences.get(agent.id());
            return absence == null ? agent : agent.doing(words.doing(absence));
          })
          .collect(Collectors.toMap(Agent::id, Function.identity()));
      return new Now(doing, absences);
    }
  }

  Now now(ShopTime time) {
    return Now.of(team.everyone(), presence.running(), new AbsenceWords(time, at()));
  }

  private Instant at() {
    return clock.instant();
  }
}
