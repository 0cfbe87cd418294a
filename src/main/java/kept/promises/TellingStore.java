package kept.promises;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kept.platform.DeliveryId;
import kept.platform.Rows;
import kept.team.AgentId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `alarm_told` that changes it; [AlarmProof] reads it.
final class TellingStore {

  void told(Handle tx, Collection<Telling> tellings, Instant now) {
    if (tellings.isEmpty()) return;
    tx.createUpdate("""
            insert into alarm_told (id, alarm, agent, channel, delivery, sent_at, held_until)
            select id, alarm, agent, channel, delivery, :now, held_until::timestamptz
              from unnest(:ids, :alarms, :agents, :channels, :deliveries, :heldUntil)
                   as t (id, alarm, agent, channel, delivery, held_until)
            """)
        .bindArray("ids", UUID.class, Rows.column(tellings, each -> each.id().value()))
        .bindArray(
            "alarms", UUID.class, Rows.column(tellings, each -> each.alarm().value()))
        .bindArray(
            "agents", UUID.class, Rows.column(tellings, each -> each.agent().value()))
        .bindArray("channels", String.class, Rows.column(tellings, Telling::channel))
        .bindArray("deliveries", UUID.class, Rows.column(tellings, Telling::deliveryValue))
        .bindArray("heldUntil", String.class, Rows.column(tellings, Telling::heldUntilText))
        .bind("now", now)
        .execute();
  }

  /// The alarm's promise when this was the first look of theirs at it.
  Optional<PromiseId> seen(Handle tx, AlarmId alarm, AgentId agent, Instant now) {
    return tx.createQuery("""
            update alarm_told t
               set seen_at = :now, delivered_at = coalesce(delivered_at, :now)
              from alarm a
             where t.alarm = :alarm and t.agent = :agent and t.channel = 'desk' and t.seen_at is null
               and a.id = t.alarm
            returning a.promise
            """)
        .bind("alarm", alarm)
        .bind("agent", agent)
        .bind("now", now)
        .map((row, context) -> Rows.id(row, "promise", PromiseId::new))
        .findOne();
  }

  /// Texts about this promise that have not left, to one of the team or to all of them.
  List<DeliveryId> waitingTexts(Handle tx, PromiseId promise, @Nullable AgentId agent) {
    return tx.createQuery("""
            select d.id
              from alarm a
              join alarm_told t on t.alarm = a.id
              join delivery d on d.id = t.delivery
             where a.promise = :promise and t.channel = 'text' and d.next_try_at is not null
               and (:agent::uuid is null or t.agent = :agent)
            """)
        .bind("promise", promise)
        .bindByType("agent", agent == null ? null : agent.value(), UUID.class)
        .map((row, context) -> Rows.id(row, "id", DeliveryId::new))
        .list();
  }

  /// How many they have not seen; no badge shows more than a hundred.
  int unseen(Handle tx, AgentId agent) {
    return tx.createQuery("""
            select count(*) from (
                   select 1 from alarm_told where agent = :agent and seen_at is null and channel = 'desk' limit 100) unseen
            """).bind("agent", agent).mapTo(Integer.class).one();
  }
}
