package kept.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import kept.Config;
import kept.KeptOnAMovedClock;
import kept.Rooms;
import kept.platform.Database;
import kept.platform.KeptClock;
import kept.platform.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processes on one PostgreSQL share the alarms: each fires once, and neither's death loses
/// one.
class TwoKeptsOneShopTest {
  private static final int PROMISES = 60;
  /// What a dead process had begun to send is the other's when its lease is over.
  private static final Duration LEASE = Duration.ofMinutes(6);

  private final Database.Address address = TestPostgres.newDatabase();
  private final Random random = new Random(24);

  @Test
  void shareTheAlarmsWhicheverIsKilled(@TempDir Path folder) throws Exception {
    var clock = KeptOnAMovedClock.of(folder);
    try (var box = new AlarmBox();
        var database = Database.open(address, 2)) {
      KeptProcess one = start(folder, "one", box);
      KeptProcess other = start(folder, "other", box);
      try {
        promise(new Rooms(database, Config.Ground.in(folder, null), clock), clock);

        clock.move(Duration.ofSeconds(70));
        waitUntil(() -> fired(database) > PROMISES / 2);
        one.kill();
        waitUntil(() -> unfired(database, clock) == 0);

        one = start(folder, "one", box);
        clock.move(Duration.ofSeconds(70));
        waitUntil(() -> fired(database) > PROMISES * 3);
        other.kill();
        waitUntil(() -> fired(database) == PROMISES * 5);
        clock.move(LEASE);
        waitUntil(() -> waiting(database) == 0);
      } finally {
        one.close();
        other.close();
      }

      var report = report(database, box);
      assertThat(report.missing()).isZero();
      assertThat(report.doubled()).isZero();
      assertThat(report.early()).isZero();
      assertThat(report.lettersLost()).isZero();
      assertThat(report.repeatsUnmarked()).isZero();
      assertThat(count(database, "select count(*) from event where kind = 'alarm_fired'"))
          .isEqualTo(PROMISES * 5);
      assertThat(count(database, "select count(*) from alarm_told where channel = 'desk'"))
          .isEqualTo(report.letters());
    }
  }

  private KeptProcess start(Path folder, String name, AlarmBox box) throws Exception {
    return KeptProcess.startOnMovedClock(
        Files.createDirectories(folder.resolve(name)),
        Map.of(
            "KEPT_DATABASE_URL", url(),
            "KEPT_FILES", folder.resolve("files").toString(),
            "KEPT_SECRET_KEY", folder.resolve("secret.key").toString(),
            "KEPT_RELAY_URL", box.url(),
            "KEPT_BIND", "127.0.0.1"));
  }

  private String url() {
    return address.url() + "&user=" + encoded(address.user()) + "&password="
        + encoded(address.password());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// All due within two minutes.
  private void promise(Rooms rooms, KeptOnAMovedClock clock) {
    var begins = clock.instant().plusSeconds(40);
    new BusyShop(rooms).promise(PROMISES, () -> begins.plusMillis(random.nextLong(60_000)));
  }

  private static ChaosReport report(Database database, AlarmBox box) {
    var chronicle = new Chronicle();
    chronicle.clockShows(new KeptClock().instant().minus(Duration.ofDays(1)), Duration.ZERO);
    var size = new AlarmChaos.Size(PROMISES, 2, Duration.ofMinutes(1), 24);
    return ChaosReport.read(database, chronicle, box.arrivals, Map.of(), size);
  }

  private static int fired(Database database) {
    return count(database, "select count(*) from alarm where fired_at is not null");
  }

  private static int unfired(Database database, KeptOnAMovedClock clock) {
    return database.read(tx -> tx.createQuery(
            "select count(*) from alarm where fired_at is null and cancelled_at is null and at <= :now")
        .bind("now", clock.instant())
        .mapTo(Integer.class)
        .one());
  }

  private static int waiting(Database database) {
    return count(database, "select count(*) from delivery where next_try_at is not null");
  }

  private static int count(Database database, String sql) {
    return database.read(tx -> tx.createQuery(sql).mapTo(Integer.class).one());
  }

  private static void waitUntil(java.util.function.BooleanSupplier fact) throws Exception {
    var until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!fact.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for two minutes").isLessThan(until);
      Thread.sleep(10);
    }
  }
}
