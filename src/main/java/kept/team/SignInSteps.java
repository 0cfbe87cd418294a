package kept.team;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import kept.platform.Database;
import kept.platform.Rows;
import kept.platform.Secrets;
import org.jspecify.annotations.Nullable;

/// What was asked of somebody on their way in, each answered once and in time. Threads may share
/// this object.
final class SignInSteps {
  /// What may be answered: a challenge to a new passkey or to one that is used, a mailed link, the
  /// code after a password.
  enum Purpose {
    PASSKEY_MADE,
    PASSKEY_USED,
    LINK,
    CODE
  }

  private final Database database;
  private final Secrets secrets;
  private final InstantSource clock;

  SignInSteps(Database database, Secrets secrets, InstantSource clock) {
    this.database = database;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// A secret whose bearer may answer; `agent` is whom it is asked of, none when that is not known.
  String begin(Purpose purpose, @Nullable AgentId agent, Duration lasts) {
    var secret = secrets.freshToken();
    begin(purpose, secret, agent, lasts);
    return secret;
  }

  /// The same with a secret of one's own.
  void begin(Purpose purpose, String secret, @Nullable AgentId agent, Duration lasts) {
    database.useTransaction(tx -> tx.createUpdate("""
            insert into sign_in_step (hash, purpose, agent, expires_at)
            values (:hash, :purpose, :agent, :expires)
            """)
        .bind("hash", secrets.hash(secret))
        .bind("purpose", purpose)
        .bind("agent", agent)
        .bind("expires", clock.instant().plus(lasts))
        .execute());
  }

  /// Whom an open step was asked of, without answering it.
  Optional<AgentId> askedOf(Purpose purpose, String secret) {
    return database.read(tx -> tx.createQuery("""
            select agent
              from sign_in_step
             where hash = :hash and purpose = :purpose and expires_at > :now and agent is not null
            """)
        .bind("hash", secrets.hash(secret))
        .bind("purpose", purpose)
        .bind("now", clock.instant())
        .map((row, context) -> Rows.id(row, "agent", AgentId::new))
        .findOne());
  }

  /// Answers it, also when the answer turns out wrong: it is over. False when there is no such
  /// step, when it was asked of somebody else, or is too old.
  boolean end(Purpose purpose, String secret, @Nullable AgentId agent) {
    return database.inTransaction(tx -> tx.createQuery("""
            delete from sign_in_step
             where hash = :hash and purpose = :purpose and agent is not distinct from :agent::uuid
            returning expires_at > :now as in_time
            """)
        .bind("hash", secrets.hash(secret))
        .bind("purpose", purpose)
        .bind("agent", agent)
        .bind("now", clock.instant())
        .map((row, context) -> row.getBoolean("in_time"))
        .findOne()
        .orElse(false));
  }

  int forgetOld() {
    return database.inTransaction(
        tx -> tx.createUpdate("delete from sign_in_step where expires_at < :now")
            .bind("now", clock.instant())
            .execute());
  }
}
