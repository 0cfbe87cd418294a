package kept.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kept.platform.Rows;
import org.jdbi.v3.core.Handle;

/// All SQL of `invitation`.
final class InvitationStore {
  void insert(Handle tx, Invitation invitation, byte[] tokenHash) {
    tx.createUpdate("""
            insert into invitation (id, token_hash, name, email, role, agent, invited_by, created_at, expires_at)
            values (:id, :hash, :name, lower(:email), :role, :returning, :invitedBy, :createdAt, :expiresAt)
            """)
        .bind("id", invitation.id())
        .bind("hash", tokenHash)
        .bind("name", invitation.name())
        .bind("email", invitation.email())
        .bind("role", invitation.role())
        .bind("returning", invitation.returning())
        .bind("invitedBy", invitation.invitedBy())
        .bind("createdAt", invitation.createdAt())
        .bind("expiresAt", invitation.expiresAt())
        .execute();
  }

  Optional<Invitation> find(Handle tx, byte[] tokenHash) {
    return tx.createQuery("select * from invitation where token_hash = :hash")
        .bind("hash", tokenHash)
        .map((row, context) -> invitation(row))
        .findOne();
  }

  List<Invitation> open(Handle tx, Instant now) {
    return tx.createQuery("""
            select *
              from invitation
             where accepted_at is null and revoked_at is null and expires_at > :now
               and agent is null and invited_by is not null
             order by created_at
            """)
        .bind("now", now)
        .map((row, context) -> invitation(row))
        .list();
  }

  /// False when somebody else was faster, or it was taken back meanwhile.
  boolean accept(Handle tx, InvitationId id, Instant now) {
    return tx.createUpdate("""
            update invitation
               set accepted_at = :now
             where id = :id and accepted_at is null and revoked_at is null and expires_at > :now
            """).bind("id", id).bind("now", now).execute() == 1;
  }

  boolean revoke(Handle tx, InvitationId id, Instant now) {
    return tx.createUpdate("""
            update invitation
               set revoked_at = :now
             where id = :id and accepted_at is null and revoked_at is null
            """).bind("id", id).bind("now", now).execute() == 1;
  }

  void revokeSetUpLinks(Handle tx, Instant now) {
    tx.createUpdate("""
            update invitation
               set revoked_at = :now
             where invited_by is null and agent is null
               and accepted_at is null and revoked_at is null
            """).bind("now", now).execute();
  }

  /// The last way back is the only one that works.
  void revokeWaysBack(Handle tx, AgentId agent, Instant now) {
    tx.createUpdate("""
            update invitation
               set revoked_at = :now
             where agent = :agent and accepted_at is null and revoked_at is null
            """).bind("agent", agent).bind("now", now).execute();
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        Rows.id(row, "id", InvitationId::new),
        row.getString("name"),
        row.getString("email"),
        Role.valueOf(row.getString("role")),
        Rows.idOrNull(row, "agent", AgentId::new),
        Rows.idOrNull(row, "invited_by", AgentId::new),
        Rows.time(row, "created_at"),
        Rows.time(row, "expires_at"),
        Rows.instant(row, "accepted_at"),
        Rows.instant(row, "revoked_at"));
  }
}
