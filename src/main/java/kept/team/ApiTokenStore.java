package kept.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kept.platform.Rows;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `api_token`.
final class ApiTokenStore {
  /// A token that is good, with the agent whose powers it has.
  record Found(ApiTokenId id, @Nullable Instant usedAt, Agent agent) {}

  void insert(Handle tx, ApiTokenId id, String label, byte[] hash, AgentId agent, Instant now) {
    tx.createUpdate("""
            insert into api_token (id, label, token_hash, agent, created_at)
            values (:id, :label, :hash, :agent, :now)
            """)
        .bind("id", id)
        .bind("label", label)
        .bind("hash", hash)
        .bind("agent", agent)
        .bind("now", now)
        .execute();
  }

  Optional<Found> find(Handle tx, byte[] hash) {
    return tx.createQuery("""
            select t.id as token_id, t.used_at, a.*
              from api_token t
              join agent a on a.id = t.agent
             where t.token_hash = :hash and t.revoked_at is null and a.left_at is null
            """)
        .bind("hash", hash)
        .map((row, context) -> new Found(
            Rows.id(row, "token_id", ApiTokenId::new),
            Rows.instant(row, "used_at"),
            TeamStore.agent(row)))
        .findOne();
  }

  List<ApiToken> open(Handle tx) {
    return tx.createQuery("""
            select *
              from api_token
             where revoked_at is null
             order by created_at desc
            """).map((row, context) -> token(row)).list();
  }

  void used(Handle tx, ApiTokenId id, Instant now) {
    tx.createUpdate("update api_token set used_at = :now where id = :id")
        .bind("id", id)
        .bind("now", now)
        .execute();
  }

  boolean revoke(Handle tx, ApiTokenId id, Instant now) {
    return tx.createUpdate(
                "update api_token set revoked_at = :now where id = :id and revoked_at is null")
            .bind("id", id)
            .bind("now", now)
            .execute()
        == 1;
  }

  List<ApiTokenId> revokeAllOf(Handle tx, AgentId agent, Instant now) {
    return tx.createQuery("""
            update api_token
               set revoked_at = :now
             where agent = :agent and revoked_at is null
            returning id
            """)
        .bind("agent", agent)
        .bind("now", now)
        .map((row, context) -> Rows.id(row, "id", ApiTokenId::new))
        .list();
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    return new ApiToken(
        Rows.id(row, "id", ApiTokenId::new),
        row.getString("label"),
        Rows.id(row, "agent", AgentId::new),
        Rows.time(row, "created_at"),
        Rows.instant(row, "used_at"),
        Rows.instant(row, "revoked_at"));
  }
}
