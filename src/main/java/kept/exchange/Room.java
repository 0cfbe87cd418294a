package kept.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kept.platform.Database;
import kept.platform.Refusal;

/// How much room a backup takes, before it is begun. Rows are less as text than in the database,
/// with its indexes; sounds and pictures hardly shrink.
final class Room {
  private static final long SPARE = 64L << 20;

  private final Database database;
  private final Whole whole;

  Room(Database database, Whole whole) {
    this.database = database;
    this.whole = whole;
  }

  void mustSuffice(Path file) throws IOException {
    long needed = needed();
    long free = Files.getFileStore(file.getParent()).getUsableSpace();
    if (free < needed)
      throw new Refusal("The backup needs about " + words(needed) + " and there is " + words(free)
          + " left in " + file.getParent() + ". Make room, or name another disk.");
  }

  private long needed() throws IOException {
    long rows =
        database.read(tx -> tx.createQuery("select pg_database_size(current_database()) / 2")
            .mapTo(Long.class)
            .one());
    long files = database.read(tx -> tx.createQuery("select coalesce(sum(size), 0) from blob")
        .mapTo(Long.class)
        .one());
    return rows + files + recordings() + SPARE;
  }

  private long recordings() throws IOException {
    if (!Files.isDirectory(whole.recordings())) return 0;
    try (var sounds = Files.list(whole.recordings())) {
      return sounds.mapToLong(sound -> sound.toFile().length()).sum();
    }
  }

  static String words(long bytes) {
    double megabytes = bytes / 1e6;
    return megabytes < 1000
        ? String.format(Locale.ROOT, "%.0f MB", megabytes)
        : String.format(Locale.ROOT, "%.1f GB", megabytes / 1000);
  }
}
