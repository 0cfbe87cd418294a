package kept.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kept.Config;
import kept.KeptOnAMovedClock;
import kept.Rooms;
import kept.platform.Database;
import kept.platform.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What came due while nobody was there to tell it has been told when Kept says that it is ready.
class DueWhileKeptWasDownTest {
  private static final int PROMISES = 40;

  @Test
  void isToldBeforeItIsReady(@TempDir Path folder) throws Exception {
    var data = Files.createDirectories(folder.resolve("shop"));
    var clock = KeptOnAMovedClock.of(data);
    try (var kept = started(data);
        var database = open(data)) {
      new BusyShop(new Rooms(database, Config.Ground.in(data, null), clock))
          .promise(PROMISES, () -> clock.instant().plus(Duration.ofHours(1)));
      kept.kill();
    }
    clock.move(Duration.ofHours(2));

    try (var kept = started(data);
        var database = open(data)) {
      assertThat(fired(database)).isEqualTo(PROMISES * 5);
      assertThat(kept.said).isNotEmpty();
    }
  }

  private static KeptProcess started(Path data) throws IOException {
    return KeptProcess.startOnMovedClock(data, Map.of("KEPT_BIND", "127.0.0.1"));
  }

  private static Database open(Path data) {
    return Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 1);
  }

  private static int fired(Database database) {
    return database.read(
        tx -> tx.createQuery("select count(*) from alarm where fired_at is not null")
            .mapTo(Integer.class)
            .one());
  }
}
