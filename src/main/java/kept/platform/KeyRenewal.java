package kept.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/// A new secret key for an installation at rest (ASVS 5, 11.2.2).
///
/// Of what the stored hashes are, nobody knows any more. So each is hashed once more under the new
/// key, as [Secrets#hash] does from then on: whoever came in goes on coming in. What was sealed is
/// sealed anew. Columns say in their comment that they hold one or the other.
///
/// The new key lies beside the old one before the change commits and takes its place after it. What
/// a crash in between left undone the next start does.
public final class KeyRenewal {
  private static final String HASHED = "hashed under secret.key";
  private static final String SEALED = "sealed with secret.key";
  private static final int BATCH = 1_000;

  private final Database database;
  private final Events events;
  private final Installation installation;
  private final Secrets secrets;
  private final Path file;

  public KeyRenewal(
      Database database, Events events, Installation installation, Secrets secrets, Path file) {
    this.database = database;
    this.events = events;
    this.installation = installation;
    this.secrets = secrets;
    this.file = file;
  }

  /// How many values were put under the new key.
  public record Renewed(int hashes, int seals) {}

  /// The key in this file, or the one beside it that this database took over already.
  public static Secrets settled(Database database, Path file) {
    var next = next(file);
    if (Files.exists(next) && Installation.knows(database, Secrets.in(next))) takeOver(file);
    return Secrets.in(file);
  }

  /// Refuses while a Kept runs on this database: it would go on with the old key.
  public Renewed renew() {
    var renewed = database.inTransaction(tx -> {
      // Who starts now waits here, and then has the wrong key.
      tx.execute("lock table installation in access exclusive mode");
      installation.check();
      if (Wakeups.isSomebodyListening(tx))
        throw new Refusal("Kept runs on this database. Stop it, everywhere, and try again.");
      var renewal = secrets.renewed(next(file));
      int hashes = change(tx, HASHED, renewal::rehash);
      int seals = change(tx, SEALED, old -> renewal.seal(secrets.unseal(old)));
      events.publish(null, new SecretKeyRenewed(SecretKeyId.next()));
      return new Renewed(hashes, seals);
    });
    takeOver(file);
    return renewed;
  }

  private static Path next(Path file) {
    return file.resolveSibling(file.getFileName() + ".next");
  }

  private static void takeOver(Path file) {
    try {
      DurableFile.move(next(file), file);
    } catch (NoSuchFileException another) {
      return; // another process that starts moved it a moment ago
    } catch (IOException e) {
      throw new Refusal(
          "The new key " + next(file) + " is in force and could not take the place of " + file
              + ": " + DiskWords.reason(e) + ". Move it there by hand.");
    }
  }

  private static int change(Handle tx, String comment, UnaryOperator<byte[]> anew) {
    return tx
        .createQuery("""
            select quote_ident(relname) as t, quote_ident(attname) as c
              from pg_description
              join pg_class on pg_class.oid = objoid and pg_description.classoid = 'pg_class'::regclass
              join pg_attribute on attrelid = objoid and attnum = objsubid
             where description = :comment and pg_table_is_visible(objoid)
             order by 1, 2
            """)
        .bind("comment", comment)
        .map((row, context) -> new Column(row.getString("t"), row.getString("c")))
        .list()
        .stream()
        .mapToInt(column -> column.change(tx, anew))
        .sum();
  }

  /// As the catalogue names them, quoted where they have to be.
  private record Column(String table, String name) {
    int change(Handle tx, UnaryOperator<byte[]> anew) {
      var update = tx.prepareBatch(
          "update " + table + " set " + name + " = :anew where ctid = cast(:place as tid)");
      var rows = tx.createQuery("select cast(ctid as text) as place, " + name + " as value from "
              + table + " where " + name + " is not null")
          .setFetchSize(BATCH)
          .map((row, context) -> new Value(row.getString("place"), row.getBytes("value")));
      int count = 0;
      try (var values = rows.iterator()) {
        while (values.hasNext()) {
          var value = values.next();
          update
              .bind("place", value.place)
              .bind("anew", anew.apply(value.bytes))
              .add();
          if (++count % BATCH == 0) update.execute();
        }
      }
      if (update.size() > 0) update.execute();
      return count;
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Value(String place, byte[] bytes) {}
}
