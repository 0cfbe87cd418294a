package kept.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kept.Config;
import kept.Rooms;
import kept.platform.Database;
import kept.platform.KeptClock;
import kept.platform.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full to its last byte under an open shop, database and all: what cannot be kept
/// is refused in words, and there is nothing to repair once there is room.
class FullDiskTest {
  private static final Map<String, String> HERE = Map.of("KEPT_BIND", "127.0.0.1");

  @TempDir
  Path folder;

  private Path disk;

  @BeforeEach
  void aSmallDisk() throws Exception {
    disk = Files.createDirectories(folder.resolve("disk"));
    assumeTrue(
        runs("mount", "-t", "tmpfs", "-o", "size=300m", "tmpfs", disk.toString()),
        "only root may mount a disk");
  }

  @AfterEach
  void isGone() throws Exception {
    runs("umount", disk.toString());
  }

  @Test
  void whatWasAcceptedIsThereOnceAndTheRestWasRefused() throws Exception {
    var data = Files.createDirectories(disk.resolve("shop"));
    try (var kept = KeptProcess.start(data, "start", HERE);
        var letters = Letters.atLeisure(kept.smtp);
        var database = Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 1)) {
      var shop = new BusyShop(new Rooms(database, Config.Ground.in(data, null), new KeptClock()));
      var token =
          KeptProcess.says(data, HERE, "token", "a test").strip().replaceAll("(?s).*\\s", "");
      letters.waitUntilMoreAreTaken(20);

      fill();
      letters.waitUntilOneMoreIsRefused();
      assertThat(refusal(kept, shop, token)).contains("The disk that Kept writes to is full");
      assertThat(KeptProcess.says(data, HERE, "doctor")).contains("0.0 GB free", "Make room");

      Files.delete(disk.resolve("filler"));
      letters.waitUntilMoreAreTaken(20);
      assertThat(write(kept, shop, token).statusCode()).isEqualTo(201);
      letters.end();
      letters.assertThatEachStandsOnce(database);
    }
  }

  private void fill() throws IOException {
    var chunk = new byte[4096];
    try (var out = Files.newOutputStream(disk.resolve("filler"))) {
      while (true) out.write(chunk);
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  /// Small things still fit into room that the database had taken before.
  private static String refusal(KeptProcess kept, BusyShop shop, String token) throws Exception {
    for (int i = 0; i < 1_000; i++) {
      var answer = write(kept, shop, token);
      if (answer.statusCode() != 201) return answer.body();
    }
    return "nothing was refused";
  }

  private static HttpResponse<String> write(KeptProcess kept, BusyShop shop, String token)
      throws Exception {
    var there = URI.create("http://127.0.0.1:" + kept.http + "/api/v1/conversations/"
        + shop.crackedTv() + "/messages");
    var words = "{\"kind\": \"note\", \"words\": \"" + "He called again. ".repeat(400) + "\"}";
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(there)
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(words))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static boolean runs(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }
}
