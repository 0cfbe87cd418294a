package kept.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `delivery`.
final class DeliveryStore {
  /// Longer than every time-out of a sender together; then the try is taken for dead.
  static final Duration LEASE = Duration.ofMinutes(5);

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
