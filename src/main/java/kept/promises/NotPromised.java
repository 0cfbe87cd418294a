package kept.promises;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import kept.platform.Database;
import kept.platform.Sha256;
import kept.team.AgentId;

/// Words that were heard as a promise and are none, as somebody of the shop said. They are kept as
/// a hash only, whatever their case and spaces. Threads may share this object.
public final class NotPromised {
  private final Database database;
  private final InstantSource clock;

  public NotPromised(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Saying it twice says no more.
  public void say(AgentId by, String words) {
    var at = Timestamp.from(clock.instant());
    database.useTransaction(tx -> tx.createUpdate("""
            insert into not_a_promise (words_hash, said_by, said_at)
            values (:hash, :by, :at)
                on conflict do nothing
            """)
        .bind("hash", hash(words))
        .bind("by", by.value())
        .bind("at", at)
        .execute());
  }

  public boolean wasSaidOf(String words) {
    return database.read(
        tx -> tx.createQuery("""
            select exists (select from not_a_promise where words_hash = :hash)
            """).bind("hash", hash(words)).mapTo(Boolean.class).one());
  }

  /// A name for these words that does not tell them.
  public static String nameOf(String words) {
    return HexFormat.of().formatHex(hash(words));
  }

  private static byte[] hash(String words) {
    return Sha256.of(words.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " "));
  }
}
