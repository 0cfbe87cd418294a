package kept.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import kept.team.Absence;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Presence;
import kept.team.ShopTime;

/// Where everybody is: the team with what each is doing now, as an absence that runs says it, else
/// as it was written. Threads may share this object.
public final class Whereabouts {
  private final Presence presence;
  private final InstantSource clock;

  public Whereabouts(Presence presence, InstantSource clock) {
    this.presence = presence;
    this.clock = clock;
  }

  /// Everyone who ever was, as they are at one moment. Only to be looked at, never to be saved.
  record Now(Instant at, ShopTime time, Map<AgentId, Agent> team, Map<AgentId, Absence> absences) {}

  Now now() {
    var now = clock.instant();
    var everyone = presence.everyone(now);
    var words = new AbsenceWords(everyone.time(), now);
    var team = new HashMap<>(everyone.team());
    everyone
        .absences()
        .forEach((id, absence) ->
            team.computeIfPresent(id, (_, agent) -> agent.doing(words.doing(absence))));
    return new Now(now, everyone.time(), team, everyone.absences());
  }
}
