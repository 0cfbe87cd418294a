package kept.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// One installation: a database, a folder of files and a secret key that belong together, however
/// many processes work on them.
///
/// Its id is in the database and in a file beside the files; the database also has a proof of the
/// key. So a process with another folder or key is told before it loses anybody's mail.
public final class Installation {
  static final String MARK = "installation";

  private final Database database;
  private final Secrets secrets;
  private final Path files;

  public Installation(Database database, Secrets secrets, Path files) {
    this.database = database;
    this.secrets = secrets;
    this.files = files;
  }

  /// Refuses when the three do not belong together; the first one makes them so. Of two first ones
  /// at the same time the second waits for the first.
  public void settle(Instant now) {
    database.useTransaction(tx -> {
      var id = marked().orElseGet(UUID::randomUUID);
      var first = tx.createUpdate("""
              insert into installation (id, key_proof, created_at) values (:id, :proof, :now)
              on conflict do nothing
              """)
              .bind("id", id)
              .bind("proof", proof(id, secrets))
              .bind("now", now)
              .execute()
          == 1;
      if (first) mark(id);
      else check(tx);
    });
  }

  /// Whether this database has the proof of this key.
  static boolean knows(Database database, Secrets secrets) {
    return database.schema().hasTables()
        && database.read(tx -> id(tx).map(id -> isProven(tx, id, secrets)).orElse(false));
  }

  /// Refuses when the three do not belong together, and changes nothing.
  public void check() {
    database.useTransaction(this::check);
  }

  private void check(Handle tx) {
    var known = id(tx);
    if (known.isEmpty()) return;
    var id = known.get();
    if (!isProven(tx, id, secrets))
      throw new Refusal("The secret key is not the one of this database. Put the right secret.key"
          + " back, or let KEPT_SECRET_KEY name the one that all processes share.");
    if (!Files.isDirectory(files))
      throw new Refusal("There is no folder " + files + " for the files. Put it back, or let"
          + " KEPT_FILES name the one that belongs to this database.");
    if (!marked().equals(Optional.of(id)))
      throw new Refusal("The files in " + files + " are not those of this database. Let KEPT_FILES"
          + " name the folder that all processes share.");
  }

  private static Optional<UUID> id(Handle tx) {
    return tx.createQuery("select id from installation").mapTo(UUID.class).findOne();
  }

  private static boolean isProven(Handle tx, UUID id, Secrets secrets) {
    return tx.createQuery("select key_proof = :proof from installation")
        .bind("proof", proof(id, secrets))
        .mapTo(Boolean.class)
        .one();
  }

  private static byte[] proof(UUID id, Secrets secrets) {
    return secrets.hash("installation " + id);
  }

  private Optional<UUID> marked() {
    try {
      var mark = files.resolve(MARK);
      return Files.exists(mark)
          ? Optional.of(UUID.fromString(Files.readString(mark).strip()))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal("The file " + files.resolve(MARK) + " cannot be read. Put it back.");
    }
  }

  /// Before its row commits. What is left by a crash in between is taken up by the next start,
  /// unless files were stored with it: those have a database somewhere.
  private void mark(UUID id) {
    try {
      if (!Files.isDirectory(files))
        Files.createDirectories(
            files,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      if (marked().isPresent() && holdsMore()) throw othersFiles();
      DurableFile.write(files.resolve(MARK), (id + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Refusal("Kept cannot use the folder " + files + " for files: " + DiskWords.reason(e)
          + ". Let KEPT_FILES name another.");
    }
  }

  private boolean holdsMore() throws IOException {
    try (var inside = Files.list(files)) {
      return inside.anyMatch(Files::isDirectory);
    }
  }

  private Refusal othersFiles() {
    return new Refusal("The files in " + files + " belong to another database. Let KEPT_FILES name"
        + " an empty folder, or KEPT_DATABASE_URL the database they belong to.");
  }
}
