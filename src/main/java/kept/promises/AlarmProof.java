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

/// What `alarm` and `alarm_told` prove: each step, who was told, how, and when they saw it.
final class AlarmProof {
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

  List<Alarm> of(Handle tx, PromiseId promise) {
    var alarms = new LinkedHashMap<AlarmId, Alarm>();
    tx.createQuery("""
            select a.*, t.agent, t.channel, t.sent_at, t.held_until, t.seen_at, coalesce(t.delivered_at, d.sent_at) as delivered_at
              from alarm a
              left join alarm_told t on t.alarm = a.id
              left join delivery d on d.id = t.delivery
             where a.promise = :promise and a.cancelled_at is null
             order by a.at, t.sent_at, t.channel
            """)
        .bind("promise", promise)
        .map((row, context) -> {
          var id = Rows.id(row, "id", AlarmId::new);
          var known = alarms.get(id);
          var alarm = known != null ? known : alarm(row, id, promise);
          alarms.put(id, alarm);
          var agent = Rows.idOrNull(row, "agent", AgentId::new);
          if (agent == null) return alarm;
          alarm
              .told()
              .add(new Alarm.Told(
                  agent,
                  row.getString("channel"),
                  Rows.time(row, "sent_at"),
                  Rows.instant(row, "held_until"),
                  Rows.instant(row, "delivered_at"),
                  Rows.instant(row, "seen_at")));
          return alarm;
        })
        .list();
    return List.copyOf(alarms.values());
  }

  private static Alarm alarm(ResultSet row, AlarmId id, PromiseId promise) throws SQLException {
    return new Alarm(
        id,
        promise,
        Step.of(row.getString("step")),
        Cause.of(row.getString("cause")),
        Rows.time(row, "at"),
        Rows.instant(row, "fired_at"),
        Rows.idOrNull(row, "taken_by", AgentId::new),
        Rows.instant(row, "taken_at"),
        new ArrayList<>());
  }
}
