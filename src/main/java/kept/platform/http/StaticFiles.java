package kept.platform.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Reads every file under `/static` of the class path, from a folder or from inside a jar.
final class StaticFiles {

  private StaticFiles() {}

  static Map<String, byte[]> read() {
    var folder = StaticFiles.class.getResource("/static/");
    if (folder == null)
      throw new IllegalStateException("The folder /static is not on the class path.");
    try {
      return folder.getProtocol().equals("jar") ? inJar(folder) : under(Path.of(folder.toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, byte[]> in(Path folder) {
    try {
      return under(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// When a file in this folder was last written, in milliseconds.
  static long lastChange(Path folder) {
    try (var paths = Files.walk(folder)) {
      return paths.mapToLong(path -> path.toFile().lastModified()).max().orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> inJar(URL folder) throws IOException, URISyntaxException {
    try (var jar = FileSystems.newFileSystem(folder.toURI(), Map.of())) {
      return under(jar.getPath("/static"));
    }
  }

  private static Map<String, byte[]> under(Path root) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var paths = Files.walk(root)) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
    return files;
  }
}
