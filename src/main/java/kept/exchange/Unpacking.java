package kept.exchange;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// The files of a backup, each to where it was. A name that leads anywhere else is passed by.
final class Unpacking {
  private static final Pattern FILE =
      Pattern.compile("files/([0-9a-f]{2}/[0-9a-f]{64}|installation)");
  private static final Pattern RECORDING = Pattern.compile("recordings/([0-9A-Za-z-]{1,80}\\.wav)");
  private static final String KEY = "secret.key";

  private final Whole whole;

  Unpacking(Whole whole) {
    this.whole = whole;
  }

  void mustHaveNoOtherKey(ZipFile zip) throws IOException {
    var file = whole.secretKey();
    try (var in = Restore.open(zip, KEY)) {
      if (Files.exists(file) && !Arrays.equals(in.readAllBytes(), Files.readAllBytes(file)))
        throw new Refusal("The key " + file + " is not the one of this backup. Move it away, or let"
            + " KEPT_SECRET_KEY name a file that is not there yet.");
    }
  }

  /// How many files and recordings.
  int unpack(ZipFile zip) throws IOException {
    write(zip, KEY, whole.secretKey());
    int count = 0;
    var entries = zip.entries();
    while (entries.hasMoreElements()) {
      var entry = entries.nextElement();
      var target = target(entry.getName());
      if (target == null) continue;
      write(zip, entry.getName(), target);
      if (!entry.getName().endsWith("installation")) count++;
    }
    return count;
  }

  private @Nullable Path target(String name) {
    var file = FILE.matcher(name);
    if (file.matches()) return whole.files().resolve(file.group(1));
    var recording = RECORDING.matcher(name);
    return recording.matches() ? whole.recordings().resolve(recording.group(1)) : null;
  }

  /// On disk before it has its name.
  private static void write(ZipFile zip, String name, Path target) throws IOException {
    var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    var folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder, ours);
    var unfinished = Files.createTempFile(folder, "new", null);
    try {
      try (var in = Restore.open(zip, name);
          var out = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        in.transferTo(java.nio.channels.Channels.newOutputStream(out));
        out.force(true);
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
