package kept.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The SQL of `delivery`, but for who tries what: [DeliveryClaims].
final class DeliveryStore {
  void insert(Handle tx, Collection<Outgoing> outgoing, Instant now) {
    tx.createUpdate("""
            with queued as (
                 insert into delivery (id, kind, address, about, body, created_at, next_try_at)
                 select id, kind, address, about, body::jsonb, :now, not_before::timestamptz
                   from unnest(:ids, :kinds, :addresses, :abouts, :bodies, :notBefores)
                        as o (id, kind, address, about, body, not_before))
            select pg_notify('kept_delivery', '')
            """)
        .bindArray("ids", UUID.class, Rows.column(outgoing, each -> each.id().value()))
        .bindArray("kinds", String.class, Rows.column(outgoing, Outgoing::kind))
        .bindArray("addresses", String.class, Rows.column(outgoing, Outgoing::address))
        .bindArray("abouts", UUID.class, Rows.column(outgoing, Outgoing::about))
        .bindArray("bodies", String.class, Rows.column(outgoing, each -> Json.write(each.body())))
        .bindArray(
            "notBefores",
            String.class,
            Rows.column(outgoing, each -> each.notBefore().toString()))
        .bind("now", now)
        .execute();
  }

  void withdraw(Handle tx, Collection<DeliveryId> ids, Instant now) {
    tx.createUpdate("""
            update delivery
               set refused_at = :now, next_try_at = null, server_words = 'Not sent: it is no longer needed.'
             where id = any(:ids) and next_try_at is not null
               and (started_at is null or server_words is not null)
            """)
        .bindArray("ids", UUID.class, ids.stream().map(DeliveryId::value).toList())
        .bind("now", now)
        .execute();
  }

  /// What is over keeps its times, what has not begun is over; what is just leaving is passed by.
  void forget(Handle tx, Collection<UUID> about, Instant now) {
    tx.createUpdate("""
            update delivery
               set address = '',
                   body = '{}',
                   server_words = null,
                   refused_at = case when next_try_at is null then refused_at else :now end,
                   next_try_at = null
             where about = any(:about)
               and (next_try_at is null or started_at is null or server_words is not null)
            """).bindArray("about", UUID.class, about).bind("now", now).execute();
  }

  boolean anyWaiting(Handle tx, Collection<UUID> about) {
    return tx.createQuery("""
            select exists (select 1 from delivery where about = any(:about) and next_try_at is not null)
            """)
        .bindArray("about", UUID.class, about)
        .mapTo(Boolean.class)
        .one();
  }

  int waiting(Handle tx) {
    return tx.createQuery("select count(*) from delivery where next_try_at is not null")
        .mapTo(Integer.class)
        .one();
  }

  boolean isOlderThan(Handle tx, DeliveryId id, Instant limit) {
    return tx.createQuery("select created_at < :limit from delivery where id = :id")
        .bind("id", id)
        .bind("limit", limit)
        .mapTo(Boolean.class)
        .one();
  }

  void sent(Handle tx, DeliveryId id, String words, Instant now) {
    tx.createUpdate(
            "update delivery set sent_at = :now, next_try_at = null, server_words = :words where id = :id")
        .bind("id", id)
        .bind("words", words)
        .bind("now", now)
        .execute();
  }

  void refused(Handle tx, DeliveryId id, String words, Instant now) {
    tx.createUpdate(
            "update delivery set refused_at = :now, next_try_at = null, server_words = :words where id = :id")
        .bind("id", id)
        .bind("words", words)
        .bind("now", now)
        .execute();
  }

  void tryLater(Handle tx, DeliveryId id, String words, Instant next) {
    tx.createUpdate("update delivery set next_try_at = :next, server_words = :words where id = :id")
        .bind("id", id)
        .bind("words", words)
        .bind("next", next)
        .execute();
  }

  Optional<DeliveryId> bounced(Handle tx, UUID about, String words, Instant now) {
    return tx.createQuery("""
            update delivery
               set bounced_at = :now, server_words = :words
             where id = (
                   select id from delivery
                    where about = :about and sent_at is not null order by sent_at desc limit 1)
               and bounced_at is null
            returning id
            """)
        .bind("about", about)
        .bind("words", words)
        .bind("now", now)
        .map((row, context) -> Rows.id(row, "id", DeliveryId::new))
        .findOne();
  }

  /// The other side said more about what it took.
  void said(Handle tx, DeliveryId id, String words) {
    tx.createUpdate("""
            update delivery set server_words = :words
             where id = :id and sent_at is not null and bounced_at is null
            """).bind("id", id).bind("words", words).execute();
  }

  /// What it was about; none when it was not sent, or has come back already.
  Optional<UUID> cameBack(Handle tx, DeliveryId id, String words, Instant now) {
    return tx.createQuery("""
            update delivery set bounced_at = :now, server_words = :words
             where id = :id and sent_at is not null and bounced_at is null
            returning about
            """)
        .bind("id", id)
        .bind("words", words)
        .bind("now", now)
        .mapTo(UUID.class)
        .findOne();
  }

  Map<UUID, DeliveryState> statesAbout(Handle tx, Collection<UUID> rows) {
    return tx
        .createQuery("""
            select distinct on (about) about, tries, sent_at, refused_at, bounced_at, server_words
              from delivery
             where about = any(:rows)
             order by about, created_at desc, id desc
            """)
        .bindArray("rows", UUID.class, rows)
        .map((row, context) -> Map.entry(row.getObject("about", UUID.class), state(row)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static DeliveryState state(ResultSet row) throws SQLException {
    var words = row.getString("server_words");
    var tries = row.getInt("tries");
    for (var stage : List.of(
        DeliveryState.Stage.BOUNCED, DeliveryState.Stage.REFUSED, DeliveryState.Stage.SENT)) {
      var at = Rows.instant(row, stage.name().toLowerCase(java.util.Locale.ROOT) + "_at");
      if (at != null) return new DeliveryState(stage, tries, at, words);
    }
    return new DeliveryState(DeliveryState.Stage.QUEUED, tries, null, words);
  }
}
