package kept.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kept.platform.Rows;
import kept.platform.push.PushAddress;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `push_subscription`.
final class PushSubscriptionStore {
  /// One row a browser: an endpoint that is known gets its newest keys, session and agent. Gives
  /// the id that it has now.
  PushSubscriptionId put(Handle tx, PushSubscription subscription) {
    return tx.createQuery("""
            insert into push_subscription
                   (id, agent, session, endpoint, p256dh, auth, device, created_at)
            values (:id, :agent, :session, :endpoint, :p256dh, :auth, :device, :now)
                on conflict (endpoint) do update
               set agent = :agent, session = :session, p256dh = :p256dh, auth = :auth,
                   device = :device
            returning id
            """)
        .bind("id", subscription.id())
        .bind("agent", subscription.agent())
        .bind("session", subscription.session())
        .bind("endpoint", subscription.address().endpoint())
        .bind("p256dh", subscription.address().p256dh())
        .bind("auth", subscription.address().auth())
        .bind("device", subscription.device())
        .bind("now", subscription.createdAt())
        .map((row, context) -> Rows.id(row, "id", PushSubscriptionId::new))
        .one();
  }

  /// Held until the transaction ends, so that two browsers cannot both pass by it.
  Optional<PushSubscription> at(Handle tx, String endpoint) {
    return tx.createQuery("select * from push_subscription where endpoint = :endpoint for update")
        .bind("endpoint", endpoint)
        .map((row, context) -> subscription(row))
        .findOne();
  }

  Optional<PushSubscription> find(Handle tx, PushSubscriptionId id, Instant now) {
    return good(tx, id, null, now).stream().findFirst();
  }

  List<PushSubscription> of(Handle tx, AgentId agent, Instant now) {
    return good(tx, null, agent, now);
  }

  /// Only while its session is good: who was signed out hears nothing. Where ninety days ended it,
  /// alarms go on to a device that was used lately: none falls silent before its reader is back.
  private static List<PushSubscription> good(
      Handle tx, @Nullable PushSubscriptionId id, @Nullable AgentId agent, Instant now) {
    return tx.createQuery("""
            select p.*
              from push_subscription p
              join session s on s.id = p.session
             where (p.id = :id::uuid or p.agent = :agent::uuid) and s.ended_at is null
               and (s.expires_at > :now
                    or s.ends_at - s.created_at >= interval '90 days' and s.seen_at > :usedSince)
             order by p.created_at desc
            """)
        .bind("id", id)
        .bind("agent", agent)
        .bind("now", now)
        .bind("usedSince", now.minus(Sessions.LASTS))
        .map((row, context) -> subscription(row))
        .list();
  }

  /// From another session of the same person's that nobody ended.
  void moveTo(Handle tx, Session session, byte[] tokenBefore) {
    tx.createUpdate("""
            update push_subscription
               set session = :session
             where agent = :agent
               and session = (
                   select id from session where token_hash = :hash and ended_at is null)
            """)
        .bind("session", session.id())
        .bind("agent", session.agent())
        .bind("hash", tokenBefore)
        .execute();
  }

  /// All but the newest so many.
  List<PushSubscription> removeOldest(Handle tx, AgentId agent, int kept) {
    return tx.createQuery("""
            delete from push_subscription
             where id in (
                   select id
                     from push_subscription
                    where agent = :agent
                    order by coalesce(shown_at, sent_at, created_at) desc, created_at desc
                   offset :kept)
            returning *
            """)
        .bind("agent", agent)
        .bind("kept", kept)
        .map((row, context) -> subscription(row))
        .list();
  }

  /// A browser has one address at a time.
  List<PushSubscription> removeOthersOf(Handle tx, SessionId session, PushSubscriptionId kept) {
    return tx.createQuery(
            "delete from push_subscription where session = :session and id <> :kept returning *")
        .bind("session", session)
        .bind("kept", kept)
        .map((row, context) -> subscription(row))
        .list();
  }

  List<PushSubscription> removeOfSession(Handle tx, SessionId session) {
    return tx.createQuery("delete from push_subscription where session = :session returning *")
        .bind("session", session)
        .map((row, context) -> subscription(row))
        .list();
  }

  Optional<PushSubscription> remove(Handle tx, PushSubscriptionId id) {
    return tx.createQuery("delete from push_subscription where id = :id returning *")
        .bind("id", id)
        .map((row, context) -> subscription(row))
        .findOne();
  }

  void sent(Handle tx, PushSubscriptionId id, Instant now) {
    tx.createUpdate("update push_subscription set sent_at = :now where id = :id")
        .bind("id", id)
        .bind("now", now)
        .execute();
  }

  boolean shown(Handle tx, AgentId agent, PushSubscriptionId id, Instant now) {
    return tx.createUpdate(
                "update push_subscription set shown_at = :now where id = :id and agent = :agent")
            .bind("id", id)
            .bind("agent", agent)
            .bind("now", now)
            .execute()
        == 1;
  }

  private static PushSubscription subscription(ResultSet row) throws SQLException {
    return new PushSubscription(
        Rows.id(row, "id", PushSubscriptionId::new),
        Rows.id(row, "agent", AgentId::new),
        Rows.id(row, "session", SessionId::new),
        new PushAddress(row.getString("endpoint"), row.getString("p256dh"), row.getString("auth")),
        row.getString("device"),
        Rows.time(row, "created_at"),
        Rows.instant(row, "sent_at"),
        Rows.instant(row, "shown_at"));
  }
}
