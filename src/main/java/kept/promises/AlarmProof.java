package kept.promises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kept.platform.Rows;
import kept.team.AgentId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// What `alarm` and `alarm_told` prove: each step, who was told, how, and when they saw it.
final class AlarmProof {
  private static final String PROOF = """
      select a.*, t.agent, t.channel, t.sent_at, t.held_until, t.seen_at,
             coalesce(t.delivered_at, d.sent_at) as delivered_at
        from alarm a
        left join alarm_told t on t.alarm = a.id
        left join delivery d on d.id = t.delivery
       where %s
       order by a.at, a.id, t.sent_at, t.channel
      """;

  Set<AgentId> toldOf(Handle tx, Collection<PromiseId> promises) {
    return tx.createQuery("""
            select distinct t.agent
              from alarm a
              join alarm_told t on t.alarm = a.id
             where a.promise = any(:promises) and a.step = 'broken'
            """)
        .bindArray(
            "promises", UUID.class, promises.stream().map(PromiseId::value).toList())
        .map((row, context) -> Rows.id(row, "agent", AgentId::new))
        .set();
  }

  /// The ladder of a promise as it stands, in order of time.
  List<Alarm> of(Handle tx, PromiseId promise) {
    return alarms(tx.createQuery(PROOF.formatted("a.promise = :promise and a.cancelled_at is null"))
        .bind("promise", promise));
  }

  /// These, in order of time.
  List<Alarm> of(Handle tx, Collection<AlarmId> ids) {
    return alarms(tx.createQuery(PROOF.formatted("a.id = any(:ids)"))
        .bindArray("ids", UUID.class, ids.stream().map(AlarmId::value).toList()));
  }

  private static List<Alarm> alarms(Query query) {
    var alarms = new LinkedHashMap<AlarmId, Alarm>();
    query
        .map((row, context) -> {
          var alarm = alarm(row);
          var known = alarms.putIfAbsent(alarm.id(), alarm);
          var told = told(row);
          if (told != null) (known == null ? alarm : known).told().add(told);
          return alarm;
        })
        .list();
    return List.copyOf(alarms.values());
  }

  private static Alarm.@Nullable Told told(ResultSet row) throws SQLException {
    var agent = Rows.idOrNull(row, "agent", AgentId::new);
    if (agent == null) return null;
    return new Alarm.Told(
        agent,
        row.getString("channel"),
        Rows.time(row, "sent_at"),
        Rows.instant(row, "held_until"),
        Rows.instant(row, "delivered_at"),
        Rows.instant(row, "seen_at"));
  }

  private static Alarm alarm(ResultSet row) throws SQLException {
    return new Alarm(
        Rows.id(row, "id", AlarmId::new),
        Rows.id(row, "promise", PromiseId::new),
        Step.of(row.getString("step")),
        Cause.of(row.getString("cause")),
        Rows.time(row, "at"),
        Rows.instant(row, "fired_at"),
        Rows.idOrNull(row, "taken_by", AgentId::new),
        Rows.instant(row, "taken_at"),
        new ArrayList<>());
  }
}
