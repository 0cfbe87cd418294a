package kept.platform;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Makes a form count once, however often it is sent: every form carries a key of its own.
///
/// Of two clicks at once the second waits for the first one's transaction. Threads may share this
/// object.
public final class FormKeys {
  /// Longer than anybody leaves a page open and then presses its button.
  private static final Duration KEPT_FOR = Duration.ofDays(30);

  private final Database database;
  private final InstantSource clock;

  public FormKeys(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A key for a form that is about to be shown.
  public UUID fresh() {
    return Id.fresh();
  }

  /// Uses the key up in the running transaction; false when that happened before.
  public boolean use(UUID key) {
    return database
            .currentTransaction()
            .createUpdate("""
                insert into form_key (key, used_at) values (:key, :now)
                    on conflict do nothing
                """)
            .bind("key", key)
            .bind("now", clock.instant())
            .execute()
        == 1;
  }

  /// For the clean-up job.
  public int forgetOld() {
    return database.inTransaction(this::deleteOld);
  }

  private int deleteOld(Handle tx) {
    return tx.createUpdate("delete from form_key where used_at < :limit")
        .bind("limit", clock.instant().minus(KEPT_FOR))
        .execute();
  }
}
