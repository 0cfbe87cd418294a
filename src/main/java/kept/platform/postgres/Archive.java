package kept.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// A tar compressed with xz: what the artifact carries. What is only there to build extensions
/// stays inside.
final class Archive {
  private static final int ANY_EXECUTE_BIT = 0111;

  private Archive() {}

  static void unpack(InputStream txz, Path folder) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(txz)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (isNeeded(entry)) write(entry, tar, folder);
      }
    }
  }

  private static boolean isNeeded(TarArchiveEntry entry) {
    var name = entry.getName();
    return !entry.isDirectory()
        && !name.endsWith(".a")
        && !name.contains("/pgxs/")
        && !name.contains("/pkgconfig/")
        && !name.contains("include/");
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path folder)
      throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder))
      throw new IOException("outside of the folder: " + entry.getName());
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    var runs = (entry.getMode() & ANY_EXECUTE_BIT) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
