package kept.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kept.platform.Rows;
import org.jdbi.v3.core.Handle;

/// All SQL of `session`.
final class SessionStore {
  /// When it is over unless it is used, and in any case.
  record Ends(Instant unused, Instant latest) {}

  /// A session that is still good, with the agent it belongs to.
  record Found(SessionId id, Instant seenAt, WayIn way, Agent agent) {}

  /// How it came to be over.
  record Ended(Instant createdAt, Instant endsAt, boolean byHand) {}

  void insert(Handle tx, Session session, Arrival arrival, byte[] tokenHash, Ends ends) {
    tx.createUpdate("""
            insert into session (
                   id, token_hash, agent, device, created_at, seen_at, expires_at, way, proved_at, ends_at)
            values (:id, :hash, :agent, :device, :createdAt, :seenAt,
                    least(:expiresAt, :endsAt::timestamptz), :way, :provedAt, :endsAt)
            """)
        .bind("id", session.id())
        .bind("hash", tokenHash)
        .bind("agent", session.agent())
        .bind("device", session.device())
        .bind("createdAt", session.createdAt())
        .bind("seenAt", session.seenAt())
        .bind("expiresAt", ends.unused())
        .bind("way", arrival.way())
        .bind("provedAt", arrival.way().proves() ? session.createdAt() : null)
        .bind("endsAt", arrival.endBy(ends.latest()))
        .execute();
  }

  Optional<Found> find(Handle tx, byte[] tokenHash, Instant now) {
    return tx.createQuery("""
            select s.id as session_id, s.seen_at, s.way, a.*
              from session s
              join agent a on a.id = s.agent
             where s.token_hash = :hash and s.ended_at is null and s.expires_at > :now
               and a.left_at is null
            """)
        .bind("hash", tokenHash)
        .bind("now", now)
        .map((row, context) -> new Found(
            Rows.id(row, "session_id", SessionId::new),
            Rows.time(row, "seen_at"),
            WayIn.valueOf(row.getString("way")),
            TeamStore.agent(row)))
        .findOne();
  }

  /// Of one that is over.
  Optional<Ended> findEnded(Handle tx, byte[] tokenHash, Instant now) {
    return tx.createQuery("""
            select created_at, ends_at, ended_at is not null as by_hand
              from session
             where token_hash = :hash and (ended_at is not null or expires_at <= :now)
            """)
        .bind("hash", tokenHash)
        .bind("now", now)
        .map((row, context) -> new Ended(
            Rows.time(row, "created_at"), Rows.time(row, "ends_at"), row.getBoolean("by_hand")))
        .findOne();
  }

  Set<UUID> goodOf(Handle tx, Set<UUID> ids, Instant now) {
    return tx.createQuery("""
            select id from session where id = any(:ids) and ended_at is null and expires_at > :now
            """)
        .bindArray("ids", UUID.class, ids)
        .bind("now", now)
        .mapTo(UUID.class)
        .set();
  }

  List<Session> openOf(Handle tx, AgentId agent, Instant now) {
    return tx.createQuery("""
            select id, agent, device, created_at, seen_at
              from session
             where agent = :agent and ended_at is null and expires_at > :now
             order by seen_at desc
            """)
        .bind("agent", agent)
        .bind("now", now)
        .map((row, context) -> session(row))
        .list();
  }

  void seen(Handle tx, SessionId id, Instant now, Instant expiresAt) {
    tx.createUpdate("""
            update session
               set seen_at = :now, expires_at = least(:expiresAt, ends_at)
             where id = :id and ended_at is null and seen_at < :now
            """)
        .bind("id", id)
        .bind("now", now)
        .bind("expiresAt", expiresAt)
        .execute();
  }

  void proved(Handle tx, SessionId id, Instant now) {
    tx.createUpdate("update session set proved_at = :now where id = :id and ended_at is null")
        .bind("id", id)
        .bind("now", now)
        .execute();
  }

  boolean wasProvedSince(Handle tx, SessionId id, Instant since) {
    return tx.createQuery("select proved_at >= :since from session where id = :id")
        .bind("id", id)
        .bind("since", since)
        .mapTo(Boolean.class)
        .findOne()
        .orElse(false);
  }

  boolean end(Handle tx, AgentId agent, SessionId id, Instant now) {
    return tx.createUpdate("""
            update session
               set ended_at = :now
             where id = :id and agent = :agent and ended_at is null
            """)
            .bind("id", id)
            .bind("agent", agent)
            .bind("now", now)
            .execute()
        == 1;
  }

  List<SessionId> endAllOf(Handle tx, AgentId agent, SessionId except, Instant now) {
    return tx.createQuery("""
            update session
               set ended_at = :now
             where agent = :agent and ended_at is null and id <> :except
            returning id
            """)
        .bind("agent", agent)
        .bind("except", except)
        .bind("now", now)
        .map((row, context) -> Rows.id(row, "id", SessionId::new))
        .list();
  }

  int deleteEndedBefore(Handle tx, Instant horizon) {
    return tx.createUpdate("delete from session where least(ended_at, expires_at) < :horizon")
        .bind("horizon", horizon)
        .execute();
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        Rows.id(row, "id", SessionId::new),
        Rows.id(row, "agent", AgentId::new),
        row.getString("device"),
        Rows.time(row, "created_at"),
        Rows.time(row, "seen_at"));
  }
}
