package kept.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of a folder that no row names, as a death between a commit and a deletion leaves them.
/// Only those that were not written within a day, since a row may still be on its way.
public record StrayFiles(Path folder, Instant now) {
  private static final Logger log = LoggerFactory.getLogger(StrayFiles.class);
  static final Duration AGE = Duration.ofDays(1);
  private static final int AT_ONCE = 500;

  /// Deletes those of which `named` does not give the name back; says how many.
  public int delete(Function<Collection<String>, Collection<String>> named) {
    int deleted = 0;
    var old = old();
    for (int from = 0; from < old.size(); from += AT_ONCE) {
      var some = new HashSet<>(old.subList(from, Math.min(from + AT_ONCE, old.size())));
      some.removeAll(named.apply(List.copyOf(some)));
      for (var stray : some) if (deleted(folder.resolve(stray))) deleted++;
    }
    return deleted;
  }

  private List<String> old() {
    var names = new ArrayList<String>();
    if (!Files.isDirectory(folder)) return names;
    try (var files = Files.newDirectoryStream(folder, this::isOld)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    } catch (IOException e) {
      log.warn("A folder could not be swept: {}", e.getMessage());
    }
    return names;
  }

  private boolean isOld(Path file) throws IOException {
    return Files.isRegularFile(file)
        && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(AGE));
  }

  static boolean deleted(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("A file could not be deleted: {}", e.getMessage());
      return false;
    }
  }
}
