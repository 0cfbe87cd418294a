package kept.team;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `code_app` and `recovery_code`.
final class CodeAppStore {
  /// The sealed secret, whether it counts yet, and the step of the last code taken.
  @SuppressWarnings("ArrayRecordComponent")
  record Found(byte[] secret, boolean confirmed, long lastStep) {}

  /// What one of the two columns holds.
  @SuppressWarnings("ArrayRecordComponent")
  record RecoveryHash(@Nullable String slow, byte @Nullable [] quick) {}

  /// Two tries at once wait for each other, so that one code lets in once.
  Optional<Found> locked(Handle tx, AgentId agent) {
    return found(tx, agent, "select * from code_app where agent = :agent for update");
  }

  Optional<Found> find(Handle tx, AgentId agent) {
    return found(tx, agent, "select * from code_app where agent = :agent");
  }

  private static Optional<Found> found(Handle tx, AgentId agent, String query) {
    return tx.createQuery(query)
        .bind("agent", agent)
        .map((row, context) -> new Found(
            row.getBytes("secret"),
            row.getObject("confirmed_at") != null,
            row.getLong("last_step")))
        .findOne();
  }

  /// A new one in place of one that never counted.
  void begin(Handle tx, AgentId agent, byte[] sealed, Instant now) {
    tx.createUpdate("""
            insert into code_app (agent, secret, made_at) values (:agent, :secret, :now)
                on conflict (agent)
                do update set secret = :secret, made_at = :now, last_step = 0
             where code_app.confirmed_at is null
            """)
        .bind("agent", agent)
        .bind("secret", sealed)
        .bind("now", now)
        .execute();
  }

  void confirm(Handle tx, AgentId agent, Instant now) {
    tx.createUpdate("update code_app set confirmed_at = :now where agent = :agent")
        .bind("agent", agent)
        .bind("now", now)
        .execute();
  }

  void took(Handle tx, AgentId agent, long step) {
    tx.createUpdate("update code_app set last_step = :step where agent = :agent")
        .bind("agent", agent)
        .bind("step", step)
        .execute();
  }

  /// False when there was none that counted.
  boolean remove(Handle tx, AgentId agent) {
    tx.createUpdate("delete from recovery_code where agent = :agent")
        .bind("agent", agent)
        .execute();
    return tx.createQuery(
            "delete from code_app where agent = :agent returning confirmed_at is not null")
        .bind("agent", agent)
        .mapTo(Boolean.class)
        .findOne()
        .orElse(false);
  }

  void replaceRecoveryCodes(Handle tx, AgentId agent, Collection<String> hashes) {
    tx.createUpdate("delete from recovery_code where agent = :agent")
        .bind("agent", agent)
        .execute();
    var batch = tx.prepareBatch("insert into recovery_code (agent, hash) values (:agent, :hash)");
    hashes.forEach(hash -> batch.bind("agent", agent).bind("hash", hash).add());
    batch.execute();
  }

  /// Of those that are good still.
  List<String> recoveryHashes(Handle tx, AgentId agent) {
    return tx.createQuery("""
            select hash
              from recovery_code
             where agent = :agent and used_at is null and hash is not null
            """).bind("agent", agent).mapTo(String.class).list();
  }

  /// By its hash; one that was made before V038 by its quick one.
  boolean useRecoveryCode(Handle tx, AgentId agent, RecoveryHash of, Instant now) {
    return tx.createUpdate("""
            update recovery_code
               set used_at = :now
             where agent = :agent and used_at is null and (hash = :hash or quick_hash = :quick)
            """)
            .bind("agent", agent)
            .bind("hash", of.slow())
            .bind("quick", of.quick())
            .bind("now", now)
            .execute()
        == 1;
  }

  int recoveryCodesLeft(Handle tx, AgentId agent) {
    return tx.createQuery(
            "select count(*) from recovery_code where agent = :agent and used_at is null")
        .bind("agent", agent)
        .mapTo(Integer.class)
        .one();
  }
}
