package kept.promises;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kept.platform.DeliveryId;
import kept.platform.Rows;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `alarm_check` and `alarm_check_told`.
final class AlarmCheckStore {
  /// One that stands for later comes forward: the shop opens sooner now, or the clock was ahead.
  void plan(Handle tx, Instant at) {
    tx.createUpdate("""
            update alarm_check set at = :at
             where fired_at is null and judged_at is null and at > :at
               and not exists (select 1 from alarm_check where at = :at)
            """).bind("at", at).execute();
    tx.createUpdate("""
            insert into alarm_check (id, at)
            select :id, :at where not exists (select 1 from alarm_check where fired_at is null and judged_at is null)
                on conflict do nothing
            """).bind("id", AlarmCheckId.next()).bind("at", at).execute();
  }

  /// When the next one is to fire that has not.
  @Nullable
  Instant next(Handle tx) {
    return tx.createQuery(
            "select min(at) from alarm_check where fired_at is null and judged_at is null")
        .mapTo(Instant.class)
        .findOne()
        .orElse(null);
  }

  Optional<AlarmCheckId> claim(Handle tx, Instant now) {
    return tx.createQuery("""
            select id from alarm_check
             where fired_at is null and judged_at is null and at <= :now
             limit 1 for update skip locked
            """)
        .bind("now", now)
        .map((row, context) -> Rows.id(row, "id", AlarmCheckId::new))
        .findOne();
  }

  void putOff(Handle tx, AlarmCheckId id, Instant until) {
    tx.createUpdate("update alarm_check set at = :until where id = :id")
        .bind("id", id)
        .bind("until", until)
        .execute();
  }

  void fired(Handle tx, AlarmCheckId id, Instant now) {
    tx.createUpdate("update alarm_check set fired_at = :now where id = :id")
        .bind("id", id)
        .bind("now", now)
        .execute();
  }

  void told(Handle tx, AlarmCheckId check, String channel, DeliveryId delivery) {
    tx.createUpdate("""
            insert into alarm_check_told (alarm_check, channel, delivery)
            values (:check, :channel, :delivery)
            """)
        .bind("check", check)
        .bind("channel", channel)
        .bind("delivery", delivery)
        .execute();
  }

  void onDesk(Handle tx, AlarmCheckId check, Instant now) {
    tx.createUpdate("update alarm_check set desk_at = coalesce(desk_at, :now) where id = :id")
        .bind("id", check)
        .bind("now", now)
        .execute();
  }

  /// One that had its time and is not judged yet.
  record Unjudged(
      AlarmCheckId id,
      Instant at,
      @Nullable Instant firedAt,
      @Nullable Instant deskAt) {}

  Optional<Unjudged> unjudged(Handle tx, Instant before) {
    return tx.createQuery("""
            select * from alarm_check
             where judged_at is null and coalesce(fired_at, at) <= :before
             order by at limit 1 for update skip locked
            """)
        .bind("before", before)
        .map((row, context) -> new Unjudged(
            Rows.id(row, "id", AlarmCheckId::new),
            Rows.time(row, "at"),
            Rows.instant(row, "fired_at"),
            Rows.instant(row, "desk_at")))
        .findOne();
  }

  /// What was to go out and has not, with the other side's words.
  record NotSent(String channel, @Nullable String words) {}

  List<NotSent> notSent(Handle tx, AlarmCheckId check) {
    return tx.createQuery("""
            select t.channel, min(d.server_words) as words
              from alarm_check_told t
              join delivery d on d.id = t.delivery
             where t.alarm_check = :check
             group by t.channel
            having bool_and(d.sent_at is null or d.bounced_at is not null)
             order by t.channel
            """)
        .bind("check", check)
        .map((row, context) -> new NotSent(row.getString("channel"), row.getString("words")))
        .list();
  }

  void judged(Handle tx, AlarmCheckId id, @Nullable String trouble, Instant now) {
    tx.createUpdate("update alarm_check set judged_at = :now, trouble = :trouble where id = :id")
        .bind("id", id)
        .bind("trouble", trouble)
        .bind("now", now)
        .execute();
  }

  /// The latest first.
  List<AlarmCheck> last(Handle tx, int limit) {
    return tx.createQuery("select * from alarm_check order by at desc limit :limit")
        .bind("limit", limit)
        .map((row, context) -> new AlarmCheck(
            Rows.time(row, "at"),
            Rows.instant(row, "fired_at"),
            Rows.instant(row, "judged_at"),
            row.getString("trouble")))
        .list();
  }
}
