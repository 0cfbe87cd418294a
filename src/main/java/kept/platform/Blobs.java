package kept.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/// Bytes kept outside the database, each file named by the SHA-256 of its content.
///
/// [#store] returns when the file and its folder's entry are on disk (fsync); only then may a row
/// refer to it, in the transaction that also writes the `blob` row. The same bytes are stored once.
public final class Blobs {
  private final Path folder;
  private final Database database;
  private final InstantSource clock;

  public Blobs(Path folder, Database database, InstantSource clock) {
    this.folder = folder;
    this.database = database;
    this.clock = clock;
  }

  /// Stores these bytes durably and gives their hash.
  public String store(byte[] bytes) {
    var hash = Sha256.hex(bytes);
    try {
      if (!Files.exists(fileOf(hash))) write(hash, bytes);
      database.useTransaction(tx -> insert(tx, hash, bytes.length));
      // Whoever swept it away at this moment has done so by now, since we waited for its row.
      if (!Files.exists(fileOf(hash))) write(hash, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("The disk would not take a file.", e);
    }
    return hash;
  }

  private void insert(Handle tx, String hash, int size) {
    tx.createUpdate("""
            insert into blob (hash, size, stored_at) values (:hash, :size, :now)
            on conflict do nothing
            """)
        .bind("hash", hash)
        .bind("size", size)
        .bind("now", clock.instant())
        .execute();
    tx.createUpdate("update blob set let_go_at = null where hash = :hash and let_go_at is not null")
        .bind("hash", hash)
        .execute();
  }

  /// A row stops naming these, in the running transaction. What no other row names leaves the disk
  /// soon after its commit (see [BlobSweep]).
  public void letGo(Collection<String> hashes) {
    if (hashes.isEmpty()) return;
    database.useTransaction(tx -> tx.createUpdate(
            "update blob set let_go_at = :now where hash = any(:hashes) and let_go_at is null")
        .bindArray("hashes", String.class, hashes)
        .bind("now", clock.instant())
        .execute());
  }

  Path folder() {
    return folder;
  }

  public InputStream open(String hash) {
    try {
      return Files.newInputStream(fileOf(hash));
    } catch (IOException e) {
      throw new NotFound("This file is no longer here.");
    }
  }

  public byte[] read(String hash) {
    try (var in = open(hash)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path fileOf(String hash) {
    if (!hash.matches("[0-9a-f]{64}")) throw new NotFound("There is no such file.");
    return folder.resolve(hash.substring(0, 2)).resolve(hash);
  }

  private void write(String hash, byte[] bytes) throws IOException {
    var shelf = folder.resolve(hash.substring(0, 2));
    if (!Files.isDirectory(shelf)) {
      Files.createDirectories(shelf);
      DurableFile.sync(folder);
    }
    DurableFile.write(fileOf(hash), bytes);
  }
}
