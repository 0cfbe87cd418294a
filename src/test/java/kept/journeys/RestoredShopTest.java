package kept.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import kept.Config;
import kept.KeptOnAMovedClock;
import kept.Rooms;
import kept.platform.Database;
import kept.platform.postgres.EmbeddedPostgres;
import kept.platform.postgres.OlderPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A shop whose machine burnt: its backup, taken while it was open, on another machine. Every
/// promise is there, and its alarms ring.
class RestoredShopTest {
  private static final int PROMISES = 10;
  private static final Map<String, String> HERE = Map.of("KEPT_BIND", "127.0.0.1");

  @TempDir
  static Path shared;

  @TempDir
  Path folder;

  private static Path backup;

  @BeforeAll
  static void aShopThatIsGone() throws Exception {
    var data = Files.createDirectories(shared.resolve("burnt"));
    backup = shared.resolve("kept.zip");
    var clock = KeptOnAMovedClock.of(data);
    try (var kept = KeptProcess.startOnMovedClock(data, HERE);
        var database = Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 1)) {
      new BusyShop(new Rooms(database, Config.Ground.in(data, null), clock))
          .promise(PROMISES, () -> clock.instant().plus(Duration.ofHours(1)));
      assertThat(KeptProcess.says(data, HERE, "backup", backup.toString()))
          .contains("kept.zip holds everything");
      kept.kill();
    }
  }

  @Test
  void keepsItsWordOnANewMachine() throws Exception {
    var data = folder.resolve("new");
    assertThat(KeptProcess.says(data, HERE, "restore", backup.toString())).contains("is back");

    assertThat(firedLater(data, HERE, () -> EmbeddedPostgres.findRunning(data).orElseThrow()))
        .isEqualTo(PROMISES * 5);
    assertThat(cameBack(data)).as("told once, at the first of two openings").isEqualTo(1);
  }

  /// How often the log of the shop, opened once more, says that it was brought back.
  private static int cameBack(Path data) throws Exception {
    try (var kept = KeptProcess.startOnMovedClock(data, HERE);
        var database = Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 1)) {
      assertThat(kept.said).isNotEmpty();
      return database.read(
          tx -> tx.createQuery("select count(*) from event where kind = 'shop_restored'")
              .mapTo(Integer.class)
              .one());
    }
  }

  @Test
  void keepsItsWordOnAnOlderPostgresql() throws Exception {
    try (var older = new OlderPostgres(folder.resolve("older"))) {
      var settings = new HashMap<>(HERE);
      settings.put("KEPT_DATABASE_URL", older.url());
      var data = folder.resolve("new");
      assertThat(KeptProcess.says(data, settings, "restore", backup.toString()))
          .contains("is back");

      assertThat(firedLater(data, settings, older::address)).isEqualTo(PROMISES * 5);
      assertThat(data.resolve("postgres")).doesNotExist();
    }
  }

  /// A second try goes on where the first was stopped; until then nobody opens an empty shop.
  @Test
  void isNotOpenedHalfWay() throws Exception {
    var data = Files.createDirectories(folder.resolve("new"));
    Files.createFile(data.resolve("restore.begun"));
    assertThat(KeptProcess.says(data, HERE, "start")).contains("Run ./kept restore FILE again.");

    assertThat(KeptProcess.says(data, HERE, "restore", backup.toString())).contains("is back");
    assertThat(firedLater(data, HERE, () -> EmbeddedPostgres.findRunning(data).orElseThrow()))
        .isEqualTo(PROMISES * 5);
  }

  @Test
  void aRestoreOverAShopLeavesItAsItWas() throws Exception {
    var data = shared.resolve("burnt");
    assertThat(KeptProcess.says(data, HERE, "restore", backup.toString()))
        .contains("There is a shop here already");

    assertThat(firedLater(data, HERE, () -> EmbeddedPostgres.findRunning(data).orElseThrow()))
        .isEqualTo(PROMISES * 5);
  }

  /// How many alarms rang by two hours after the backup.
  private static int firedLater(
      Path data, Map<String, String> settings, Supplier<Database.Address> where)
      throws IOException {
    KeptOnAMovedClock.of(data).move(Duration.ofHours(2));
    try (var kept = KeptProcess.startOnMovedClock(data, settings);
        var database = Database.open(where.get(), 1)) {
      assertThat(kept.said).isNotEmpty();
      return database.read(
          tx -> tx.createQuery("select count(*) from alarm where fired_at is not null")
              .mapTo(Integer.class)
              .one());
    }
  }
}
