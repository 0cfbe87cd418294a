package kept.platform;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Makes a form count once, however often it is sent: every form carries a key of its own. What is
/// sent under a used key but says something else is refused, so that no words are lost silently.
///
/// Of two clicks at once the second waits for the first one's transaction. Threads may share this
/// object.
public final class FormKeys {
  /// Longer than anybody leaves a page open and then presses its button.
  private static final Duration KEPT_FOR = Duration.ofDays(30);

  private static final String SENT_ALREADY =
      "This page was sent already, with other words. Yours are still here:"
          + " send them again if you meant both.";

  private final Database database;
  private final InstantSource clock;

  public FormKeys(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A key for a form that is about to be shown.
  public String fresh() {
    return Id.fresh().toString();
  }

  /// The key of a form that is shown again: its own while that still counts, else a fresh one.
  public String stillGood(String key) {
    if (key.isEmpty()) return key;
    var used = database.read(tx -> contentOf(tx, Id.parse(key))).isPresent();
    return used ? fresh() : key;
  }

  /// Uses the key up in the running transaction for what the form says, as text; false when the
  /// same was sent with it before. A form without a key counts every time.
  public boolean use(String sent, Object content) {
    if (sent.isEmpty()) return true;
    var key = Id.parse(sent);
    var tx = database.currentTransaction();
    var hash = hash(content);
    if (insert(tx, key, hash)) return true;
    if (contentOf(tx, key).filter(before -> Arrays.equals(before, hash)).isPresent()) return false;
    throw new Refusal(SENT_ALREADY);
  }

  private boolean insert(Handle tx, UUID key, byte[] hash) {
    return tx.createUpdate("""
            insert into form_key (key, content_hash, used_at) values (:key, :hash, :now)
                on conflict do nothing
            """)
            .bind("key", key)
            .bind("hash", hash)
            .bind("now", clock.instant())
            .execute()
        == 1;
  }

  private static Optional<byte[]> contentOf(Handle tx, UUID key) {
    return tx.createQuery("select content_hash from form_key where key = :key")
        .bind("key", key)
        .map((row, context) -> row.getBytes("content_hash"))
        .findOne();
  }

  private static byte[] hash(Object content) {
    return Sha256.of(content.toString());
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
