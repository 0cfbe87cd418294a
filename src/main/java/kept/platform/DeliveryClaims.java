package kept.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The SQL of who tries which `delivery`, and when.
final class DeliveryClaims {
  /// Whoever has a try in hand renews it in this time, or it is taken for dead.
  static final Duration LEASE = Duration.ofMinutes(5);

  /// These are still being tried.
  void renew(Handle tx, Collection<DeliveryId> inHand, Instant now) {
    if (inHand.isEmpty()) return;
    tx.createUpdate("""
            update delivery set started_at = :now, next_try_at = :lease
             where id = any(:ids) and next_try_at is not null and server_words is null
            """)
        .bindArray("ids", UUID.class, inHand.stream().map(DeliveryId::value).toList())
        .bind("now", now)
        .bind("lease", now.plus(LEASE))
        .execute();
  }

  /// Begun before without words of an outcome: then it is a repeat. What was to go at once goes at
  /// once also on a clock that was put back since, and what was begun in a time to come is tried
  /// again.
  List<Delivery> claim(Handle tx, Collection<String> kinds, Instant now, int limit) {
    return tx.createQuery("""
            with due as (
                 select id, started_at is not null and server_words is null as repeat
                   from delivery
                  where next_try_at is not null
                    and (next_try_at <= :now or next_try_at = created_at or started_at > :lease)
                    and kind = any(:kinds)
                  order by next_try_at
                  limit :limit
                    for update skip locked)
            update delivery d
               set started_at = :now, tries = tries + 1, next_try_at = :lease, server_words = null
              from due
             where d.id = due.id
            returning d.id, d.kind, d.address, d.about, d.body::text as body, d.tries, due.repeat
            """)
        .bind("now", now)
        .bindArray("kinds", String.class, kinds)
        .bind("lease", now.plus(LEASE))
        .bind("limit", limit)
        .map((row, context) -> delivery(row))
        .list();
  }

  @Nullable
  Instant nextTry(Handle tx, Collection<String> kinds) {
    return tx.createQuery(
            "select min(next_try_at) from delivery where next_try_at is not null and kind = any(:kinds)")
        .bindArray("kinds", String.class, kinds)
        .mapTo(Instant.class)
        .findOne()
        .orElse(null);
  }

  /// What a process that is dead had begun is anybody's again.
  void takeBack(Handle tx, Instant now) {
    tx.createUpdate("""
            update delivery
               set next_try_at = :now
             where next_try_at > :now and started_at is not null and server_words is null
            """).bind("now", now).execute();
  }

  /// This try did not come to its end: the next one may begin at once, each one after it a second
  /// later.
  void giveBack(Handle tx, DeliveryId id, Instant now) {
    tx.createUpdate("""
            update delivery
               set next_try_at = :now::timestamptz + least(tries - 1, 60) * interval '1 second'
             where id = :id
            """).bind("id", id).bind("now", now).execute();
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        new DeliveryId(row.getObject("id", UUID.class)),
        row.getString("kind"),
        row.getString("address"),
        row.getObject("about", UUID.class),
        Json.read(row.getString("body")),
        row.getInt("tries"),
        row.getBoolean("repeat"));
  }
}
