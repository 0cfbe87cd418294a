package kept.phone;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Rows;
import kept.platform.Secrets;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// The secret under which the phone system that the shop kept tells us of its calls: one, a new one
/// in place of the old, kept as its hash. Threads may share this object.
public final class PbxKeys {
  private final Database database;
  private final Events events;
  private final Secrets secrets;
  private final InstantSource clock;

  /// When it was made, and when something was last heard under it.
  public record PbxKey(Instant madeAt, @Nullable Instant heardAt) {}

  public PbxKeys(Database database, Events events, Secrets secrets, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// Makes a token. It is seen this once; an older one is dead.
  public String create(AgentId by) {
    var token = secrets.freshToken();
    database.useTransaction(tx -> {
      tx.createUpdate("""
              insert into pbx_key (token_hash, made_at, made_by) values (:hash, :now, :by)
                  on conflict (only_one)
                  do update set token_hash = :hash, made_at = :now, made_by = :by, heard_at = null
              """)
          .bind("hash", secrets.hash(token))
          .bind("now", clock.instant())
          .bind("by", by)
          .execute();
      events.publish(by, new PbxKeyChanged(by));
    });
    return token;
  }

  public void revoke(AgentId by) {
    database.useTransaction(tx -> {
      if (tx.execute("delete from pbx_key") > 0) events.publish(by, new PbxKeyChanged(by));
    });
  }

  public Optional<PbxKey> find() {
    return database.read(tx -> tx.createQuery("select * from pbx_key")
        .map((row, context) -> new PbxKey(Rows.time(row, "made_at"), Rows.instant(row, "heard_at")))
        .findOne());
  }

  public boolean opens(String token) {
    var hash = secrets.hash(token);
    return database.read(tx -> tx.createQuery("select token_hash from pbx_key")
        .mapTo(byte[].class)
        .findOne()
        .filter(kept -> Arrays.equals(kept, hash))
        .isPresent());
  }

  void heard(Instant at) {
    database.useTransaction(tx ->
        tx.createUpdate("update pbx_key set heard_at = :at").bind("at", at).execute());
  }
}
