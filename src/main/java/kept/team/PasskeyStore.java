package kept.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kept.platform.Rows;
import kept.platform.webauthn.Credential;
import org.jdbi.v3.core.Handle;

/// All SQL of `passkey`.
final class PasskeyStore {
  /// A passkey with what it is checked by, and whose it is.
  record Found(PasskeyId id, Credential credential, Agent agent) {}

  /// False when this passkey is here already.
  boolean insert(Handle tx, Passkey passkey, Credential credential) {
    return tx.createUpdate("""
            insert into passkey (id, agent, site, credential, public_key, counter, synced, name, created_at)
            values (:id, :agent, :site, :credential, :publicKey, :counter, :synced, :name, :createdAt)
                on conflict do nothing
            """)
            .bind("id", passkey.id())
            .bind("agent", passkey.agent())
            .bind("site", passkey.site())
            .bind("credential", credential.id())
            .bind("publicKey", credential.publicKey())
            .bind("counter", credential.counter())
            .bind("synced", credential.synced())
            .bind("name", passkey.name())
            .bind("createdAt", passkey.createdAt())
            .execute()
        == 1;
  }

  /// Two uses of one passkey at once wait for each other, so that its counter counts.
  Optional<Found> locked(Handle tx, byte[] credential, String site) {
    return tx.createQuery("""
            select p.id as passkey, p.credential, p.public_key, p.counter, p.synced, a.*
              from passkey p
              join agent a on a.id = p.agent
             where p.credential = :credential and p.site = :site and a.left_at is null
               for update of p
            """)
        .bind("credential", credential)
        .bind("site", site)
        .map((row, context) -> new Found(
            Rows.id(row, "passkey", PasskeyId::new), credential(row), TeamStore.agent(row)))
        .findOne();
  }

  List<Passkey> of(Handle tx, AgentId agent) {
    return tx.createQuery("select * from passkey where agent = :agent order by created_at")
        .bind("agent", agent)
        .map((row, context) -> passkey(row))
        .list();
  }

  List<Credential> credentialsOf(Handle tx, AgentId agent, String site) {
    return tx.createQuery("select * from passkey where agent = :agent and site = :site")
        .bind("agent", agent)
        .bind("site", site)
        .map((row, context) -> credential(row))
        .list();
  }

  void used(Handle tx, PasskeyId id, long counter, Instant now) {
    tx.createUpdate("update passkey set counter = :counter, used_at = :now where id = :id")
        .bind("id", id)
        .bind("counter", counter)
        .bind("now", now)
        .execute();
  }

  boolean rename(Handle tx, AgentId agent, PasskeyId id, String name) {
    return tx.createUpdate("update passkey set name = :name where id = :id and agent = :agent")
            .bind("id", id)
            .bind("agent", agent)
            .bind("name", name)
            .execute()
        == 1;
  }

  boolean remove(Handle tx, AgentId agent, PasskeyId id) {
    return tx.createUpdate("delete from passkey where id = :id and agent = :agent")
            .bind("id", id)
            .bind("agent", agent)
            .execute()
        == 1;
  }

  private static Credential credential(ResultSet row) throws SQLException {
    return new Credential(
        row.getBytes("credential"),
        row.getBytes("public_key"),
        row.getLong("counter"),
        row.getBoolean("synced"));
  }

  private static Passkey passkey(ResultSet row) throws SQLException {
    return new Passkey(
        Rows.id(row, "id", PasskeyId::new),
        Rows.id(row, "agent", AgentId::new),
        row.getString("site"),
        row.getString("name"),
        row.getBoolean("synced"),
        Rows.time(row, "created_at"),
        Rows.instant(row, "used_at"));
  }
}
