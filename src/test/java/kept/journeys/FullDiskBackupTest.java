package kept.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import kept.Config;
import kept.Rooms;
import kept.platform.Database;
import kept.platform.KeptClock;
import kept.platform.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that takes no more in the middle of a backup.
class FullDiskBackupTest {
  private static final Map<String, String> HERE = Map.of("KEPT_BIND", "127.0.0.1");

  @Test
  void leavesTheShopAndNoHalfFile(@TempDir Path folder) throws Exception {
    var data = Files.createDirectories(folder.resolve("shop"));
    var to = Files.createDirectories(folder.resolve("elsewhere"));
    var file = to.resolve("kept.zip").toString();
    try (var kept = KeptProcess.start(data, "start", HERE);
        var database = Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 1)) {
      var rooms = new Rooms(database, Config.Ground.in(data, null), new KeptClock());
      new BusyShop(rooms);
      rooms.blobs.store(aPhoto());

      assertThat(KeptProcess.says(200_000, data, HERE, "backup", file))
          .contains("could not be written", "The shop is as it was.");
      assertThat(to).isEmptyDirectory();

      assertThat(KeptProcess.says(data, HERE, "backup", file)).contains("holds everything");
      assertThat(kept.said).isNotEmpty();
    }
  }

  /// It does not shrink.
  private static byte[] aPhoto() {
    var bytes = new byte[1_000_000];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
