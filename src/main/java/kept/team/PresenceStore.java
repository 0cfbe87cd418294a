package kept.team;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kept.platform.Rows;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `absence`, `shift` and `quiet_hours`.
final class PresenceStore {
  void insert(Handle tx, Absence absence, AgentId by, Instant now) {
    tx.createUpdate("""
            insert into absence (id, agent, kind, starts_at, ends_at, made_by, made_at)
            values (:id, :agent, :kind, :startsAt, :endsAt, :by, :now)
            """)
        .bind("id", absence.id())
        .bind("agent", absence.agent())
        .bind("kind", absence.kind().word())
        .bind("startsAt", absence.startsAt())
        .bind("endsAt", absence.endsAt())
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  /// Two who say where somebody is wait for each other.
  void lock(Handle tx, AgentId agent) {
    tx.createQuery("select id from agent where id = :agent for update")
        .bind("agent", agent)
        .map((row, context) -> Rows.id(row, "id", AgentId::new))
        .findOne();
  }

  /// Those that are running end now.
  void end(Handle tx, AgentId agent, Instant now) {
    tx.createUpdate("""
            delete from absence where agent = :agent and starts_at = :now
            """).bind("agent", agent).bind("now", now).execute();
    tx.createUpdate("""
            update absence set ends_at = :now
             where agent = :agent and starts_at < :now and (ends_at is null or ends_at > :now)
            """).bind("agent", agent).bind("now", now).execute();
  }

  /// One that has not begun will not begin.
  Optional<AgentId> withdraw(Handle tx, AbsenceId id, Instant now) {
    return tx.createQuery("delete from absence where id = :id and starts_at > :now returning agent")
        .bind("id", id)
        .bind("now", now)
        .map((row, context) -> Rows.id(row, "agent", AgentId::new))
        .findOne();
  }

  /// Those that are not over, of people who are on the team.
  List<Absence> absences(Handle tx, Instant now) {
    return tx.createQuery("""
            select id as absence, agent, kind, starts_at, ends_at
              from absence
             where ends_at is null or ends_at > :now
             order by starts_at
            """)
        .bind("now", now)
        .map((row, context) -> absence(row, Rows.id(row, "agent", AgentId::new)))
        .list();
  }

  /// Somebody of the team, in the shop's zone, with one of the absences that they are in.
  record Member(ZoneId zone, Agent agent, @Nullable Absence absence) {}

  /// Everyone who ever was, once for each of these absences; nobody before the set-up.
  List<Member> members(Handle tx, Instant now) {
    return tx.createQuery("""
            select b.zone, a.*, away.id as absence, away.kind, away.starts_at, away.ends_at
              from business b
             cross join agent a
              left join absence away
                on away.agent = a.id and away.starts_at <= :now and (away.ends_at is null or away.ends_at > :now)
             order by away.starts_at
            """)
        .bind("now", now)
        .map((row, context) -> {
          var agent = TeamStore.agent(row);
          var away = row.getString("kind") == null ? null : absence(row, agent.id());
          return new Member(ZoneId.of(row.getString("zone")), agent, away);
        })
        .list();
  }

  private static Absence absence(ResultSet row, AgentId agent) throws SQLException {
    return new Absence(
        Rows.id(row, "absence", AbsenceId::new),
        agent,
        AbsenceKind.of(row.getString("kind")),
        Rows.time(row, "starts_at"),
        Rows.instant(row, "ends_at"));
  }

  Map<AgentId, Map<DayOfWeek, List<OpeningHours.Span>>> shifts(Handle tx) {
    return tx
        .createQuery("select * from shift order by weekday, opens")
        .map((row, context) -> new Shift(
            Rows.id(row, "agent", AgentId::new),
            DayOfWeek.of(row.getInt("weekday")),
            ShopStore.span(row)))
        .stream()
        .collect(
            groupingBy(Shift::agent, groupingBy(Shift::weekday, mapping(Shift::span, toList()))));
  }

  private record Shift(AgentId agent, DayOfWeek weekday, OpeningHours.Span span) {}

  void setShifts(Handle tx, AgentId agent, Map<DayOfWeek, List<OpeningHours.Span>> spans) {
    tx.createUpdate("delete from shift where agent = :agent")
        .bind("agent", agent)
        .execute();
    spans.forEach((day, those) -> those.forEach(span -> tx.createUpdate(
            "insert into shift (agent, weekday, opens, closes) values (:agent, :day, :opens, :closes)")
        .bind("agent", agent)
        .bind("day", day.getValue())
        .bind("opens", span.opens())
        .bind("closes", span.closes())
        .execute()));
  }

  void setQuiet(Handle tx, AgentId agent, QuietHours quiet) {
    tx.createUpdate("""
            insert into quiet_hours (agent, starts, ends) values (:agent, :starts, :ends)
                on conflict (agent) do update set starts = :starts, ends = :ends
            """)
        .bind("agent", agent)
        .bind("starts", quiet.starts())
        .bind("ends", quiet.ends())
        .execute();
  }

  void setLoud(Handle tx, AgentId agent) {
    tx.createUpdate("delete from quiet_hours where agent = :agent")
        .bind("agent", agent)
        .execute();
  }

  Map<AgentId, QuietHours> quiet(Handle tx) {
    return tx
        .createQuery("select * from quiet_hours")
        .map((row, context) -> Map.entry(
            Rows.id(row, "agent", AgentId::new),
            new QuietHours(
                row.getObject("starts", LocalTime.class), row.getObject("ends", LocalTime.class))))
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
