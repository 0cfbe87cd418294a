package kept.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kept.platform.Database;
import kept.platform.DiskWords;
import kept.platform.Events;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The backups that nobody has to think of: one a night, of which seven are kept, and one before
/// the tables of a shop are changed, of which three are. They lie in `backups` in the data folder;
/// a disk that burns takes them along, so somebody carries them elsewhere. Each of them
/// is a fact in the log, and so is one that somebody asks for.
public final class Backups {
  private static final Logger log = LoggerFactory.getLogger(Backups.class);
  private static final LocalTime AT_NIGHT = LocalTime.of(3, 0);
  private static final Duration AFTER_FAILURE = Duration.ofHours(1);
  private static final Kind NIGHTLY =
      new Kind("kept-", "\\d{4}-\\d{2}-\\d{2}", 7, BackupTaken.Cause.NIGHT);
  private static final Kind UPGRADE =
      new Kind("before-upgrade-", "\\d+-\\d{8}T\\d{6}Z", 3, BackupTaken.Cause.UPGRADE);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(java.time.ZoneOffset.UTC);

  private final Backup backup;
  private final Path folder;
  private final Database database;
  private final Events events;
  private final InstantSource clock;
  private @Nullable Instant failedAt; // of the loop's thread

  public Backups(
      Backup backup, Path folder, Database database, Events events, InstantSource clock) {
    this.backup = backup;
    this.folder = folder;
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  private record Kind(String prefix, String name, int kept, BackupTaken.Cause cause) {
    Path in(Path folder, String name) {
      return folder.resolve(prefix + name + ".zip");
    }

    Optional<String> nameOf(Path file) {
      var found = Pattern.compile(Pattern.quote(prefix) + "(" + name + ")\\.zip")
          .matcher(file.getFileName().toString());
      return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }
  }

  /// Into a file of somebody's choice.
  public Backup.Taken byCommand(Path file) {
    var taken = backup.write(file);
    tell(BackupTaken.Cause.COMMAND, taken);
    return taken;
  }

  /// The shop that a backup brought back is open for the first time.
  public void cameBack() {
    database.useTransaction(tx -> events.publish(null, new ShopRestored(BackupId.next())));
  }

  /// Before the tables leave that version. When it refuses they are not to be touched.
  public void beforeUpgradeFrom(int version) {
    take(UPGRADE, version + "-" + MOMENT.format(clock.instant()));
  }

  /// Takes the night's backup when it is time, and says when the next look is. A night that was
  /// slept through is made up for.
  ///
  /// @param local the shop's own time
  public Instant nightly(Function<Instant, ZonedDateTime> local) {
    var at = clock.instant();
    var failed = failedAt;
    if (failed != null && isSoonAfter(failed, at)) return failed.plus(AFTER_FAILURE);
    var now = local.apply(at);
    var night = lastNightBefore(now);
    var last = nights().filter(day -> !day.isAfter(night)).reduce((one, later) -> later);
    var missed = last.map(day -> day.isBefore(night)).orElse(isStillNight(now));
    if (missed || failed != null) failedAt = takeTonight(night) ? null : at;
    if (failedAt != null) return at.plus(AFTER_FAILURE);
    return night.plusDays(1).atTime(AT_NIGHT).atZone(now.getZone()).toInstant();
  }

  /// The loop asks twice a minute, and each try copies everything.
  private static boolean isSoonAfter(Instant failedAt, Instant now) {
    return !now.isBefore(failedAt) && now.isBefore(failedAt.plus(AFTER_FAILURE));
  }

  /// A shop that opens by day waits for its first night.
  private static boolean isStillNight(ZonedDateTime now) {
    var time = now.toLocalTime();
    return !time.isBefore(AT_NIGHT) && time.isBefore(AT_NIGHT.plusHours(1));
  }

  /// The day whose backup was due last.
  private static LocalDate lastNightBefore(ZonedDateTime now) {
    var today = now.toLocalDate();
    return now.toLocalTime().isBefore(AT_NIGHT) ? today.minusDays(1) : today;
  }

  /// The day of the latest of them.
  public Optional<LocalDate> lastNight() {
    return nights().reduce((one, later) -> later);
  }

  /// From the oldest on; a clock that was ahead may have left some that are still to come.
  private Stream<LocalDate> nights() {
    return names(NIGHTLY).stream().map(LocalDate::parse);
  }

  private boolean takeTonight(LocalDate today) {
    try {
      take(NIGHTLY, today.toString());
      return true;
    } catch (Refusal e) {
      log.error("There is no backup of tonight. {}", e.sentence());
      return false;
    }
  }

  private void take(Kind kind, String name) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new Refusal("There can be no backups in " + folder + ": " + DiskWords.reason(e) + ".");
    }
    var taken = backup.write(kind.in(folder, name));
    log.info(
        "backup={} bytes={} rows={} files={}", name, taken.bytes(), taken.rows(), taken.files());
    tell(kind.cause(), taken);
    // Those of a clock that was ahead go first.
    var names = names(kind).stream()
        .sorted(Comparator.comparing(old -> old.compareTo(name) <= 0))
        .toList();
    names.subList(0, Math.max(0, names.size() - kind.kept())).forEach(old -> delete(kind, old));
  }

  /// Also on tables of an earlier version: the log has had its columns from the first.
  private void tell(BackupTaken.Cause cause, Backup.Taken taken) {
    var fact = new BackupTaken(BackupId.next(), cause, taken.bytes());
    database.useTransaction(tx -> events.publish(null, fact));
  }

  /// From the oldest on.
  private List<String> names(Kind kind) {
    if (!Files.isDirectory(folder)) return List.of();
    try (var inside = Files.list(folder)) {
      return inside.flatMap(file -> kind.nameOf(file).stream()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(Kind kind, String name) {
    try {
      Files.deleteIfExists(kind.in(folder, name));
    } catch (IOException e) {
      log.warn("The old backup {} could not be deleted: {}.", name, DiskWords.reason(e));
    }
  }
}
