package kept.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files that are on disk, whole and under their name, before anybody relies on them. Only Kept
/// reads them (0600).
public final class DurableFile {
  private DurableFile() {}

  /// In the place of what was there.
  static void write(Path file, byte[] bytes) throws IOException {
    var unfinished = unfinished(file, bytes);
    try {
      move(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /// Fails with [java.nio.file.FileAlreadyExistsException] where one is.
  static void create(Path file, byte[] bytes) throws IOException {
    var unfinished = unfinished(file, bytes);
    try {
      Files.createLink(file, unfinished);
      sync(folderOf(file));
    } finally {
      Files.delete(unfinished);
    }
  }

  /// Within one folder.
  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    sync(folderOf(to));
  }

  /// Makes the names in a folder, as after a rename, survive a power cut.
  public static void sync(Path folder) throws IOException {
    try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  private static Path unfinished(Path file, byte[] bytes) throws IOException {
    var unfinished = Files.createTempFile(folderOf(file), "new", null);
    try (var out = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      var rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) out.write(rest);
      out.force(true);
      return unfinished;
    } catch (IOException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
  }

  private static Path folderOf(Path file) {
    return java.util.Objects.requireNonNull(file.toAbsolutePath().getParent());
  }
}
