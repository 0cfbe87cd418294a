package kept.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kept.platform.DiskWords;
import kept.platform.Refusal;

/// The folder that holds everything one shop has, locked for one running Kept.
///
/// The lock is the system's own and goes with the process, however that ends. It covers processes;
/// `TAKEN` covers this one, because opening and closing `kept.lock` a second time would silently
/// give the lock away.
public final class DataFolder implements AutoCloseable {
  private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();
  private static final FileAttribute<?> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final String URL = "url=";

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /// Creates the folder when it is not there, and refuses when another Kept has it.
  public static DataFolder lock(Path folder) {
    var path = created(folder);
    if (!TAKEN.add(path)) throw taken(path, ProcessHandle.current().pid() + "");
    try {
      return new DataFolder(path, locked(path));
    } catch (RuntimeException e) {
      TAKEN.remove(path);
      throw e;
    }
  }

  public Path path() {
    return path;
  }

  /// Whether a Kept has this folder now.
  public static boolean isTaken(Path folder) {
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) return false;
    try {
      lock(folder).close();
      return false;
    } catch (Refusal taken) {
      return true;
    }
  }

  /// Says in the lock where our pages are, for commands that work beside us.
  public void serves(String url) {
    try {
      lock.position(lock.size());
      lock.write(ByteBuffer.wrap((URL + url + "\n").getBytes(UTF_8)));
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /// Where the pages of the Kept are that runs on this folder, as far as it said. A lock that
  /// outlived its Kept says nothing.
  public static Optional<String> urlOn(Path folder) {
    if (!isTaken(folder)) return Optional.empty();
    try (var lines = Files.lines(folder.resolve("kept.lock"))) {
      return lines
          .filter(line -> line.startsWith(URL))
          .map(line -> line.substring(URL.length()))
          .findFirst();
    } catch (IOException | UncheckedIOException notThere) {
      return Optional.empty();
    }
  }

  /// Notes that something was begun that has to be finished before anything else, also when we die.
  public void begin(String what) {
    try {
      Files.write(path.resolve(what + ".begun"), new byte[0], CREATE, WRITE, SYNC);
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  public boolean isBegun(String what) {
    return Files.exists(path.resolve(what + ".begun"));
  }

  public void done(String what) {
    try {
      Files.deleteIfExists(path.resolve(what + ".begun"));
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /// A folder inside, for us alone, created when it is not there.
  public Path folder(String name) {
    return created(path.resolve(name));
  }

  @Override
  public void close() {
    try {
      if (lock.isOpen()) lock.truncate(0);
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      TAKEN.remove(path);
    }
  }

  private static Path created(Path folder) {
    try {
      return Files.isDirectory(folder)
          ? folder.toRealPath()
          : Files.createDirectories(folder, OURS_ALONE).toRealPath();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static FileChannel locked(Path path) {
    var file = path.resolve("kept.lock");
    try {
      var channel = FileChannel.open(file, CREATE, READ, WRITE);
      try {
        if (channel.tryLock() == null) throw taken(path, holder(file));
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)));
        return channel;
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  private static Refusal taken(Path path, String holder) {
    var process = holder.isEmpty() ? "" : " (process " + holder + ")";
    return new Refusal("Another Kept is already running on this folder: " + path + process + ".");
  }

  private static String holder(Path file) throws IOException {
    return Files.readString(file).lines().findFirst().orElse("").strip();
  }

  private static Refusal unusable(Path folder, IOException cause) {
    var refusal = new Refusal("Kept cannot use the folder " + folder + " for its data: "
        + DiskWords.reason(cause) + ". Let KEPT_DATA name another.");
    refusal.initCause(cause);
    return refusal;
  }
}
