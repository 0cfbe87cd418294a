package kept.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kept.Config;
import kept.KeptOnAMovedClock;
import kept.Rooms;
import kept.platform.Database;
import kept.platform.postgres.OlderPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The PostgreSQL of a shop's own goes away under a Kept that stays: what was accepted is there
/// once, every alarm rings, and nobody has to start Kept again.
class OutsideServerDeathsTest {
  private static final int PROMISES = 10;

  @TempDir
  Path folder;

  private Path data;

  @Test
  void aServerThatStopsIsWaitedFor() throws Exception {
    try (var server = new OlderPostgres(folder.resolve("server"));
        var kept = started(server, server.url())) {
      try (var letters = Letters.atLeisure(kept.smtp)) {
        letters.waitUntilMoreAreTaken(50);
        server.stop();
        assertThat(asked(kept)).contains("The desk cannot reach its memory right now.");
        server.start();
        letters.waitUntilMoreAreTaken(50);
        letters.end();
        assertThatAllIsThere(server, letters);
      }
    }
  }

  /// As the manual shows it: both servers in the address, and no commit before both have it.
  @Test
  void aStandbyTakesOverFromAServerThatDies() throws Exception {
    try (var server = new OlderPostgres(folder.resolve("server"));
        var standby = server.standby(folder.resolve("standby"));
        var kept = started(server, bothOf(server, standby))) {
      try (var letters = Letters.atLeisure(kept.smtp)) {
        letters.waitUntilMoreAreTaken(50);
        server.kill();
        standby.takeOver();
        letters.waitUntilMoreAreTaken(50);
        letters.end();
        assertThatAllIsThere(standby, letters);
      }
    }
  }

  private static String bothOf(OlderPostgres server, OlderPostgres standby) {
    return "jdbc:postgresql://" + server.at() + "," + standby.at()
        + "/postgres?user=kept&sslmode=disable&targetServerType=primary&hostRecheckSeconds=2";
  }

  private KeptProcess started(OlderPostgres server, String url) throws IOException {
    data = Files.createDirectories(folder.resolve("shop"));
    var kept = KeptProcess.startOnMovedClock(
        data, Map.of("KEPT_BIND", "127.0.0.1", "KEPT_DATABASE_URL", url));
    var clock = KeptOnAMovedClock.of(data);
    try (var database = Database.open(server.address(), 1)) {
      new BusyShop(new Rooms(database, Config.Ground.in(data, null), clock))
          .promise(PROMISES, () -> clock.instant().plus(Duration.ofHours(1)));
    }
    return kept;
  }

  /// A page that has to look something up.
  private static String asked(KeptProcess kept) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var page = URI.create("http://127.0.0.1:" + kept.http + "/in");
      var answer =
          http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(503);
      return answer.body();
    }
  }

  private void assertThatAllIsThere(OlderPostgres server, Letters letters) throws Exception {
    try (var database = Database.open(server.address(), 1)) {
      letters.assertThatEachStandsOnce(database);
      KeptOnAMovedClock.of(data).move(Duration.ofHours(2));
      for (int i = 0; i < 600 && fired(database) < PROMISES * 5; i++) Thread.sleep(50);
      assertThat(fired(database)).isEqualTo(PROMISES * 5);
    }
  }

  private static int fired(Database database) {
    return database.read(
        tx -> tx.createQuery("select count(*) from alarm where fired_at is not null")
            .mapTo(Integer.class)
            .one());
  }
}
