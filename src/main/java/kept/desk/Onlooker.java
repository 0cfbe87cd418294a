package kept.desk;

import java.time.Instant;
import java.util.Map;
import kept.platform.pages.Face;
import kept.promises.Promise;
import kept.team.Absence;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Role;
import kept.team.ShopTime;
import org.jspecify.annotations.Nullable;

/// Who looks at a page, when, and whom they know: what every word on it depends on. Pure.
record Onlooker(
    Agent me,
    Instant now,
    ShopTime time,
    Map<AgentId, Agent> team,
    Map<AgentId, Absence> absences) {

  /// Where nobody is away.
  Onlooker(Agent me, Instant now, ShopTime time, Map<AgentId, Agent> team) {
    this(me, now, time, team, Map.of());
  }

  boolean is(@Nullable AgentId agent) {
    return me.id().equals(agent);
  }

  boolean isHelper() {
    return me.role() == Role.HELPER;
  }

  /// What they are in that keeps them from their work, if anything.
  @Nullable
  Absence absence() {
    return absences.get(me.id());
  }

  Instant startOfToday() {
    return time.day(now).atStartOfDay(time.zone()).toInstant();
  }

  /// "You", "Justin", or whoever it was that is in nobody's book.
  String name(AgentId agent) {
    if (is(agent)) return "You";
    var known = team.get(agent);
    return known == null ? "Somebody" : known.firstName();
  }

  /// As it stands inside a sentence: "you", "Justin".
  String nameWithin(AgentId agent) {
    return is(agent) ? "you" : name(agent);
  }

  /// "Priya, standing in for Edie until Mon"; null while its keeper is who it was given to.
  @Nullable
  String standingIn(Promise promise) {
    var of = promise.standsInFor();
    if (of == null || !promise.isOpen()) return null;
    var absence = absences.get(of);
    var ends = absence == null ? null : absence.endsAt();
    var until = ends == null ? "" : " until " + new AbsenceWords(time, now).until(ends);
    return name(promise.keeper()) + ", standing in for " + nameWithin(of) + until;
  }

  Face face(AgentId agent) {
    var known = team.get(agent);
    return known == null ? Face.unknown() : Faces.of(known, absences.get(agent));
  }
}
