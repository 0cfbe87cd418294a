package kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Installation;
import kept.platform.KeyRenewal;
import kept.platform.Refusal;
import kept.platform.postgres.DataFolder;
import kept.platform.postgres.EmbeddedPostgres;
import kept.platform.postgres.OutsidePostgres;
import kept.team.Shop;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The doctor's look at the machine: Java, the clock, the data folder, the database.
final class DoctorOnGround {
  private static final int OLDEST_JAVA = 25;
  private static final int OLDEST_POSTGRESQL = 15;
  /// No release of Kept is older, so a clock that says less is wrong.
  private static final Instant BEFORE_US = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration SKEW = Duration.ofSeconds(5);
  private static final long ENOUGH_DISK = 1L << 30;

  private final Config config;
  private final InstantSource clock;
  private final boolean running;
  private @Nullable String shopAddress;

  DoctorOnGround(Config config, InstantSource clock, boolean running) {
    this.config = config;
    this.clock = clock;
    this.running = running;
  }

  /// The shop's mail address, known once the database was looked at.
  @Nullable
  String shopAddress() {
    return shopAddress;
  }

  List<Finding> machine() {
    var java = Runtime.version();
    var jdk = java.feature() >= OLDEST_JAVA
        ? Finding.well("Java " + java)
        : Finding.toDo("This is Java " + java.feature() + "; Kept needs a JDK 25.");
    var now = clock.instant();
    var time = now.isAfter(BEFORE_US)
        ? Finding.well("The clock says " + now)
        : Finding.toDo("The clock says " + now + ". Set it, and let the system keep it (NTP).");
    return List.of(jdk, time);
  }

  List<Finding> folder() {
    var data = config.data();
    var there = data;
    while (!Files.exists(there) && there.getParent() != null) there = there.getParent();
    if (!Files.isDirectory(there) || !Files.isWritable(there))
      return List.of(Finding.toDo("Kept may not write to " + there
          + ". Give the folder to the user that runs Kept, or set KEPT_DATA."));
    var words = there.equals(data) ? data + " can be written" : data + " will be made";
    var found = new ArrayList<>(List.of(Finding.well(words), disk(there)));
    if (there.equals(data)) found.add(fileTime(data));
    return found;
  }

  /// Reaches the database that Kept uses; an embedded one that does not run is started for a
  /// moment.
  List<Finding> database() {
    var url = config.databaseUrl();
    if (url != null) return List.of(ask(OutsidePostgres.reach(url), "The database"));
    var known = EmbeddedPostgres.findRunning(config.data());
    if (known.isPresent()) return List.of(ask(known.get(), "The running database"));
    if (running)
      return List.of(Finding.toDo("Kept runs on this folder but its database does not. Look into "
          + config.data().resolve("logs") + " and start Kept again."));
    return List.of(start());
  }

  private Finding start() {
    var ours = Files.isDirectory(config.data().resolve("postgres"));
    var path = ours ? config.data() : temporary();
    try (var folder = DataFolder.lock(path);
        var postgres = EmbeddedPostgres.start(folder)) {
      return ask(postgres.address(), "The embedded database starts and");
    } finally {
      if (!ours) delete(path);
    }
  }

  private Finding ask(Database.Address address, String what) {
    try (var database = Database.open(address, 1)) {
      var version = database.read(tx -> asked(tx, "show server_version_num", Integer.class));
      if (version / 10_000 < OLDEST_POSTGRESQL)
        return Finding.toDo(what + " is PostgreSQL " + version / 10_000 + "; Kept needs 15.");
      var theirs = database.read(tx -> asked(tx, "select statement_timestamp()", Instant.class));
      var skew = Duration.between(theirs, clock.instant()).abs();
      if (skew.compareTo(SKEW) > 0)
        return Finding.toDo(what + " has a clock that is " + skew.toSeconds()
            + " s away from ours. Let both machines keep their time (NTP).");
      shopAddress = addressIn(database);
      checkThatAllBelongTogether(database);
      return Finding.well(what + " answers, PostgreSQL " + version / 10_000);
    } catch (Refusal e) {
      return Finding.toDo(e.sentence());
    } catch (RuntimeException e) {
      return Finding.toDo("The database at " + address + " does not answer: " + first(e));
    }
  }

  private void checkThatAllBelongTogether(Database database) {
    var ground = config.ground();
    if (!Files.exists(ground.secretKey()) || !database.schema().hasTables()) return;
    new Installation(database, KeyRenewal.settled(database, ground.secretKey()), ground.files())
        .check();
  }

  /// Before the first start there is no shop, and no table of it.
  private @Nullable String addressIn(Database database) {
    try {
      var business = new Shop(database, new Events(database, clock)).find();
      return business.isPresent() ? business.get().email() : null;
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static <T> T asked(Handle tx, String sql, Class<T> type) {
    return tx.createQuery(sql).mapTo(type).one();
  }

  private static Finding disk(Path there) {
    try {
      var free = Files.getFileStore(there).getUsableSpace();
      var words = "%.1f GB free on the disk".formatted(free / 1e9);
      return free >= ENOUGH_DISK
          ? Finding.well(words)
          : Finding.toDo(words + ". Make room: below one, mail is soon refused.");
    } catch (IOException e) {
      return Finding.skipped("The disk does not tell how full it is: " + e.getMessage());
    }
  }

  private Finding fileTime(Path data) {
    try {
      var file = Files.createTempFile(data, "doctor", null);
      var theirs = Files.getLastModifiedTime(file).toInstant();
      Files.delete(file);
      var skew = Duration.between(theirs, clock.instant()).abs();
      return skew.compareTo(SKEW) <= 0
          ? Finding.well("The disk and the clock agree")
          : Finding.toDo("The disk's clock is " + skew.toSeconds() + " s away from ours.");
    } catch (IOException e) {
      return Finding.toDo("A file could not be written to " + data + ": " + e.getMessage());
    }
  }

  private static String first(Throwable e) {
    var deepest = e;
    while (deepest.getCause() != null) deepest = deepest.getCause();
    return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("no reason given");
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("kept-doctor-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (var inside = Files.walk(folder)) {
      for (var path : inside.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
