package kept.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Role;
import kept.team.ShopTime;
import org.jspecify.annotations.Nullable;

/// To whom a page is told and when: names and times come out as this reader would say them. Pure.
public record Telling(ShopTime time, Instant now, Map<AgentId, Agent> team, AgentId reader) {

  static Telling to(Onlooker onlooker) {
    return new Telling(
        onlooker.time(), onlooker.now(), onlooker.team(), onlooker.me().id());
  }

  /// Everyone who is on the team now, the owner first, then as they joined.
  public List<Agent> here() {
    return team.values().stream()
        .filter(Agent::isHere)
        .sorted(Comparator.<Agent, Boolean>comparing(agent -> agent.role() != Role.OWNER)
            .thenComparing(agent -> agent.id().value()))
        .toList();
  }

  /// "Priya", also of somebody who left.
  public String name(@Nullable AgentId agent) {
    var known = agent == null ? null : team.get(agent);
    return known == null ? "Kept" : known.firstName();
  }

  /// "You" to themselves.
  public String nameOrYou(AgentId agent) {
    return agent.equals(reader) ? "You" : name(agent);
  }

  /// When something happened, on a timeline: "2:18", "yesterday 2:18", "Mon 2:18", "Nov 22".
  public String when(Instant at) {
    var days = ChronoUnit.DAYS.between(time.day(at), time.day(now));
    var said = time.past(at, now);
    return days > 0 && days < 7 ? said + " " + time.clock(at) : said;
  }

  /// How long ago, in a list: "6 min", "3 h", "yesterday", "Mon", "Nov 22".
  public String ago(Instant at) {
    var span = Duration.between(at, now);
    if (span.toMinutes() < 1) return "now";
    if (span.toMinutes() < 60) return span.toMinutes() + " min";
    return time.day(at).equals(time.day(now)) ? span.toHours() + " h" : time.past(at, now);
  }

  /// When something is due: "5:00 pm", "tomorrow noon", "Fri 3:00 pm".
  public String due(Instant at) {
    return time.due(at, now);
  }
}
