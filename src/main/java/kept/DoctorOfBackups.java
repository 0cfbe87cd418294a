package kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The doctor's look at the backups that Kept makes every night, in `backups` of the data folder.
final class DoctorOfBackups {
  private static final Pattern NIGHTLY = Pattern.compile("kept-(\\d{4}-\\d\\d-\\d\\d)\\.zip");
  private static final int TOO_OLD_DAYS = 2;

  private final Path data;
  private final InstantSource clock;

  DoctorOfBackups(Path data, InstantSource clock) {
    this.data = data;
    this.clock = clock;
  }

  List<Finding> last() {
    var folder = data.resolve("backups");
    var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    var last = Files.isDirectory(folder) ? newestIn(folder, today.plusDays(1)) : null;
    if (last == null) return List.of(none(folder));
    var days = ChronoUnit.DAYS.between(last.day, today);
    if (last.bytes == 0)
      return List.of(Finding.toDo("The last backup, " + last.file + ", is empty. Make room on the"
          + " disk, and look into the log of Kept."));
    var words = "The last backup is of " + last.day;
    return List.of(
        days <= TOO_OLD_DAYS
            ? Finding.well(words)
            : Finding.toDo(words + ", " + days + " days ago. Kept makes one every night while it"
                + " runs: look into its log, and at the disk."));
  }

  /// A shop of yesterday had no night yet.
  private Finding none(Path folder) {
    var since = beginning();
    if (since == null) return Finding.skipped("There is no shop here yet, so nothing to back up");
    if (Duration.between(since.toInstant(), clock.instant()).toDays() < TOO_OLD_DAYS)
      return Finding.skipped("The first backup is made at night");
    return Finding.toDo("There is no backup in " + folder + ". Kept makes one every night while it"
        + " runs: look into its log, and at the disk.");
  }

  private @Nullable FileTime beginning() {
    try {
      return Files.getLastModifiedTime(data.resolve("secret.key"));
    } catch (IOException nothingYet) {
      return null;
    }
  }

  /// Those of a clock that was ahead prove nothing.
  private static @Nullable Backup newestIn(Path folder, LocalDate until) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NIGHTLY.matcher(file.getFileName().toString()).matches())
          .map(DoctorOfBackups::backup)
          .filter(backup -> !backup.day.isAfter(until))
          .max(Comparator.comparing(Backup::day))
          .orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Backup backup(Path file) {
    try {
      var name = file.getFileName().toString();
      var day = LocalDate.parse(name.substring("kept-".length(), name.length() - ".zip".length()));
      return new Backup(file, day, Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Backup(Path file, LocalDate day, long bytes) {}
}
