package kept.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import kept.platform.Database;
import kept.platform.DiskWords;
import kept.platform.Events;
import kept.platform.Refusal;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;

/// Brings a backup back into an empty database, of any PostgreSQL that Kept works with, and an
/// empty folder. The files come first and the rows in one transaction, so a restore that was
/// stopped is begun again. Migrations that came after the backup run at the next start.
public final class Restore {
  private final Database database;
  private final Whole whole;

  public Restore(Database database, Whole whole) {
    this.database = database;
    this.whole = whole;
  }

  /// What is back.
  public record Done(java.time.Instant takenAt, long rows, int files) {}

  /// Refuses what is no whole backup, what a newer Kept wrote, a place that is not empty and
  /// another key; then nothing was changed.
  ///
  /// @param begins runs before anything is: from then on the place is half a shop until this ends
  public Done from(Path file, Runnable begins) {
    try (var zip = new ZipFile(file.toFile())) {
      mustBeWhole(zip);
      var manifest = manifest(zip, file);
      mustBeEmpty();
      var unpacking = new Unpacking(whole);
      unpacking.mustHaveNoOtherKey(zip);
      begins.run();
      database.schema().migrateTo(manifest.schema());
      int files = unpacking.unpack(zip);
      var rows = database.inTransaction(tx -> rows(tx, zip, manifest));
      return new Done(manifest.takenAt(), rows, files);
    } catch (NoSuchFileException e) {
      throw new Refusal("There is no file " + file + ".");
    } catch (ZipException e) {
      throw damaged(file, e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof ZipException zip) throw damaged(file, zip);
      throw unreadable(file, DiskWords.reason(e), e);
    } catch (IOException e) {
      throw unreadable(file, DiskWords.reason(e), e);
    }
  }

  private Manifest manifest(ZipFile zip, Path file) throws IOException {
    var entry = zip.getEntry(Manifest.NAME);
    if (entry == null) throw notOurs(file);
    Manifest manifest;
    try (var in = zip.getInputStream(entry)) {
      manifest = Manifest.of(new String(in.readAllBytes(), UTF_8));
    } catch (JacksonException e) {
      throw notOurs(file);
    }
    int newest = database.schema().newestVersion();
    if (manifest.format() > Manifest.FORMAT || manifest.schema() > newest)
      throw new Refusal("This backup was made by a newer Kept (tables " + manifest.schema()
          + ", this one knows " + newest + "). Bring Kept up to date first.");
    return manifest;
  }

  private static Refusal notOurs(Path file) {
    return new Refusal("The file " + file + " is no backup of Kept's.");
  }

  private void mustBeEmpty() {
    if (database.schema().hasTables()
        && database.read(tx -> tx.createQuery("select exists (select from installation)")
            .mapTo(Boolean.class)
            .one()))
      throw new Refusal("There is a shop here already, and a backup never goes over one. Let"
          + " KEPT_DATA name a new folder, or KEPT_DATABASE_URL an empty database.");
  }

  private static long rows(Handle tx, ZipFile zip, Manifest manifest) {
    var catalogue = new Catalogue(tx);
    if (!new HashSet<>(names(manifest)).equals(catalogue.columns().keySet()))
      throw new Refusal("The backup and this Kept do not agree on which tables there are.");
    var references = catalogue.references();
    for (var each : references)
      tx.execute("alter table " + each.table() + " drop constraint \"" + each.name() + "\"");
    long rows = 0;
    for (var table : manifest.tables()) rows += rows(tx, zip, table);
    for (var each : references)
      tx.execute("alter table " + each.table() + " add constraint \"" + each.name() + "\" "
          + each.definition());
    for (var each : manifest.sequences())
      if (each.last() > 0)
        tx.createQuery("select setval(:name::regclass, :last)")
            .bind("name", each.name())
            .bind("last", each.last())
            .mapTo(Long.class)
            .one();
    Events.continueFrom(tx, manifest.log());
    return rows;
  }

  private static List<String> names(Manifest manifest) {
    return manifest.tables().stream().map(Manifest.Table::name).toList();
  }

  /// Rules of ours look at changes; these rows were looked at when they were made.
  private static long rows(Handle tx, ZipFile zip, Manifest.Table table) {
    var name = "\"" + table.name() + "\"";
    tx.execute("alter table " + name + " disable trigger user");
    long rows;
    try (var in = open(zip, table.entry())) {
      var copying = tx.getConnection().unwrap(PGConnection.class).getCopyAPI();
      rows = copying.copyIn("copy " + table.sql() + " from stdin", in);
    } catch (SQLException e) {
      throw new Refusal("The rows of " + table.name() + " in the backup do not fit: "
          + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (rows != table.rows())
      throw new Refusal("The backup has " + rows + " rows of " + table.name() + " where it says "
          + table.rows() + ". It is damaged; take another.");
    tx.execute("alter table " + name + " enable trigger user");
    return rows;
  }

  /// Looks whether everything in there is what was put in, before anything is touched.
  private static void mustBeWhole(ZipFile zip) throws IOException {
    var entries = zip.entries();
    while (entries.hasMoreElements()) {
      var entry = entries.nextElement();
      try (var in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
        in.transferTo(OutputStream.nullOutputStream());
        if (in.getChecksum().getValue() != entry.getCrc())
          throw new ZipException(entry.getName() + " is not what was put in.");
      }
    }
  }

  static InputStream open(ZipFile zip, String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) throw new ZipException(name + " is missing.");
    return zip.getInputStream(entry);
  }

  private static Refusal damaged(Path file, ZipException cause) {
    return unreadable(file, "it is damaged or was cut off, so take another", cause);
  }

  private static Refusal unreadable(Path file, String reason, Exception cause) {
    var refusal = new Refusal("The backup " + file + " could not be brought back: " + reason + ".");
    refusal.initCause(cause);
    return refusal;
  }
}
