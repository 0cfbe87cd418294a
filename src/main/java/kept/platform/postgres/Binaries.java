package kept.platform.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import kept.platform.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL's programs as they come out of the Maven artifact: unpacked once and shared by all
/// data folders of a user.
///
/// They live in the user's cache folder, or in the data folder when there is none. A folder counts
/// as unpacked when its files add up to the bytes that were noted last; so neither a crash
/// half-way nor a cleaner leaves us with holes.
final class Binaries {
  private static final Logger log = LoggerFactory.getLogger(Binaries.class);

  private Binaries() {}

  /// The folder with `bin`, `lib` and `share`.
  static Path unpacked(DataFolder data) {
    var archive = archive();
    IOException trouble = null;
    for (var parent : List.of(cache(), data.path().resolve("postgres"))) {
      try {
        return unpackedInto(parent, archive);
      } catch (IOException e) {
        log.warn("PostgreSQL could not be unpacked into {}: {}", parent, e.toString());
        trouble = e;
      }
    }
    var refusal =
        new Refusal("PostgreSQL could not be unpacked into " + data.path() + ": is the disk full?");
    if (trouble != null) refusal.initCause(trouble);
    throw refusal;
  }

  static synchronized Path unpackedInto(Path parent, URL archive) throws IOException {
    var folder = parent.resolve("postgres-" + fingerprint(archive));
    if (isWhole(folder)) return folder;
    Files.createDirectories(parent);
    try (var channel =
            FileChannel.open(parent.resolve(folder.getFileName() + ".lock"), CREATE, WRITE);
        var _ = channel.lock()) {
      if (!isWhole(folder)) unpack(archive, folder);
    }
    return folder;
  }

  static URL archive() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
        ? "darwin"
        : "linux";
    var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    var archive = Binaries.class.getResource("/postgres-" + system + "-" + machine + ".txz");
    if (archive != null) return archive;
    throw new Refusal("This build of Kept brings no PostgreSQL for " + system + " on " + machine
        + ": build it on this machine, or set KEPT_DATABASE_URL to a PostgreSQL of your own.");
  }

  private static Path cache() {
    var named = System.getenv("XDG_CACHE_HOME");
    var caches = named == null || named.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache")
        : Path.of(named);
    return caches.resolve("kept");
  }

  private static boolean isWhole(Path folder) throws IOException {
    var note = noteOf(folder);
    return Files.exists(note) && Files.readString(note).equals(bytesIn(folder) + "\n");
  }

  private static void unpack(URL archive, Path folder) throws IOException {
    var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
    Folders.delete(unfinished);
    try (var in = archive.openStream()) {
      Archive.unpack(in, unfinished);
    }
    Files.deleteIfExists(noteOf(folder));
    Folders.delete(folder);
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    Files.writeString(noteOf(folder), bytesIn(folder) + "\n");
  }

  private static Path noteOf(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".bytes");
  }

  private static long bytesIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return 0;
    try (var files = Files.find(folder, 20, (_, attributes) -> attributes.isRegularFile())) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /// Another version of the artifact gets another folder.
  private static String fingerprint(URL archive) throws IOException {
    var connection = archive.openConnection();
    connection.setUseCaches(false);
    var mark = connection instanceof JarURLConnection jar
        ? jar.getJarEntry().getCrc()
        : connection.getContentLengthLong();
    return Long.toHexString(mark);
  }
}
