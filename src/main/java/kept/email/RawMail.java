package kept.email;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import kept.platform.Blobs;
import kept.platform.Database;
import org.jdbi.v3.core.Handle;

/// Letters as they came, byte by byte, beside what was read out of them. Threads may share this
/// object.
public final class RawMail {
  private final Database database;
  private final Blobs blobs;

  public RawMail(Database database, Blobs blobs) {
    this.database = database;
    this.blobs = blobs;
  }

  /// How many were read before then.
  public int countReadBefore(Instant limit) {
    return database.read(
        tx -> tx.createQuery("select count(*) from inbound_mail where processed_at < :limit")
            .bind("limit", limit)
            .mapTo(Integer.class)
            .one());
  }

  /// Lets go of the oldest that were read before then; says how many. What was read out of them
  /// stays.
  public int forgetReadBefore(Instant limit, int most) {
    return database.inTransaction(tx -> {
      var letters = tx.createQuery("""
              delete from inbound_mail
               where id in (
                     select id from inbound_mail
                      where processed_at < :limit
                      order by processed_at
                      limit :most
                        for update skip locked)
              returning blob
              """)
          .bind("limit", limit)
          .bind("most", most)
          .mapTo(String.class)
          .list();
      blobs.letGo(letters);
      return letters.size();
    });
  }

  /// Those of these files that are letters as they came.
  public static List<String> held(Handle tx, Collection<String> hashes) {
    return tx.createQuery("select blob from inbound_mail where blob = any(:hashes)")
        .bindArray("hashes", String.class, hashes)
        .mapTo(String.class)
        .list();
  }
}
