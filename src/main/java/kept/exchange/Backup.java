package kept.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kept.platform.Database;
import kept.platform.DiskWords;
import kept.platform.DurableFile;
import kept.platform.Events;
import kept.platform.Refusal;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/// Writes the whole shop into one file while the shop goes on: every table as it was at one moment
/// (`COPY` in one repeatable-read snapshot), every file that those rows refer to, the recordings
/// and the secret key. Whoever has the file has everything, so only its owner may read it.
///
/// The file appears under its name when all of it is on disk, or not at all.
public final class Backup {
  private final Database database;
  private final Whole whole;
  private final InstantSource clock;

  public Backup(Database database, Whole whole, InstantSource clock) {
    this.database = database;
    this.whole = whole;
    this.clock = clock;
  }

  /// @param bytes how large the file is
  /// @param lacking files that rows refer to and that were gone from the disk
  public record Taken(Path file, long bytes, long rows, int files, List<String> lacking) {}

  /// Refuses when there is such a file already, or too little room.
  public Taken write(Path file) {
    var target = file.toAbsolutePath();
    if (Files.exists(target))
      throw new Refusal("There is a file " + target + " already. Name another.");
    var unfinished = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Files.deleteIfExists(unfinished);
      new Room(database, whole).mustSuffice(target);
      var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(unfinished, mine);
      var manifest = fill(unfinished);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      DurableFile.sync(unfinished.resolveSibling("."));
      var rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
      return new Taken(target, Files.size(target), rows, manifest.files(), manifest.lacking());
    } catch (IOException e) {
      throw notWritten(target, DiskWords.reason(e), e);
    } catch (UncheckedIOException e) {
      throw notWritten(target, DiskWords.reason(e), e);
    } finally {
      forget(unfinished);
    }
  }

  private Manifest fill(Path unfinished) throws IOException {
    try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
        var zip = new ZipOutputStream(java.nio.channels.Channels.newOutputStream(channel), UTF_8)) {
      zip.setLevel(Deflater.BEST_SPEED);
      var manifest = database.inTransaction(tx -> {
        tx.execute("set transaction isolation level repeatable read, read only");
        return fill(zip, tx);
      });
      entry(zip, Manifest.NAME, out -> out.write(manifest.json().getBytes(UTF_8)));
      zip.finish();
      channel.force(true);
      return manifest;
    }
  }

  private Manifest fill(ZipOutputStream zip, Handle tx) {
    var catalogue = new Catalogue(tx);
    var log = Events.behindAll(tx);
    var tables = new ArrayList<Manifest.Table>();
    catalogue.columns().forEach((name, columns) -> tables.add(copy(zip, tx, name, columns)));
    var lacking = new ArrayList<String>();
    var files = files(zip, tx, lacking);
    return new Manifest(
        Manifest.FORMAT,
        clock.instant(),
        catalogue.version(),
        log,
        tables,
        catalogue.sequences(),
        files,
        lacking);
  }

  private static Manifest.Table copy(
      ZipOutputStream zip, Handle tx, String name, List<String> columns) {
    var table = new Manifest.Table(name, columns, 0);
    var rows = new long[1];
    entry(zip, table.entry(), out -> {
      try {
        var copying = tx.getConnection().unwrap(PGConnection.class).getCopyAPI();
        rows[0] = copying.copyOut("copy " + table.sql() + " to stdout", out);
      } catch (SQLException e) {
        throw new IllegalStateException("The rows of " + name + " could not be read.", e);
      }
    });
    return new Manifest.Table(name, columns, rows[0]);
  }

  /// How many there are. What a row refers to was on disk before the row was; only forgetting
  /// somebody takes it away again.
  private int files(ZipOutputStream zip, Handle tx, List<String> lacking) {
    var names = new ArrayList<String>();
    var hashes = tx.createQuery("select hash from blob order by hash").mapTo(String.class);
    for (var hash : hashes) names.add(hash.substring(0, 2) + "/" + hash);
    int there = 0;
    for (var name : names) there += put(zip, "files/" + name, whole.files().resolve(name), lacking);
    put(zip, "files/installation", whole.files().resolve("installation"), lacking);
    for (var name : recordings(tx))
      there += put(zip, "recordings/" + name, whole.recordings().resolve(name), lacking);
    put(zip, "secret.key", whole.secretKey(), lacking);
    return there;
  }

  private static List<String> recordings(Handle tx) {
    return tx.createQuery("select recording from call where recording is not null order by 1")
        .mapTo(String.class)
        .list();
  }

  /// One where it is there, else none.
  private static int put(ZipOutputStream zip, String name, Path file, List<String> lacking) {
    try (var in = Files.newInputStream(file)) {
      entry(zip, name, in::transferTo);
      return 1;
    } catch (NoSuchFileException e) {
      lacking.add(name);
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static void entry(ZipOutputStream zip, String name, Content content) {
    try {
      zip.putNextEntry(new ZipEntry(name));
      content.writeTo(zip);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void forget(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      // It is no backup, and the next one of this name takes its place.
    }
  }

  private static Refusal notWritten(Path target, String reason, Exception cause) {
    var refusal = new Refusal(
        "The backup " + target + " could not be written: " + reason + ". The shop is as it was.");
    refusal.initCause(cause);
    return refusal;
  }
}
