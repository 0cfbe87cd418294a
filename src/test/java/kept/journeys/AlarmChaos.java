package kept.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import kept.Config;
import kept.KeptOnAMovedClock;
import kept.Rooms;
import kept.platform.Database;
import kept.platform.KeptClock;
import kept.platform.postgres.DataFolder;
import kept.platform.postgres.EmbeddedPostgres;

/// A shop full of promises that are due within minutes, while Kept, PostgreSQL or both are killed
/// and the clock is moved both ways. It owns the processes that it kills.
final class AlarmChaos implements AutoCloseable {
  /// How much of it: promises, kills, and in how long all of them are due on the shop's clock.
  record Size(int promises, int kills, Duration dueWithin, long seed) {}

  /// What is done to it.
  enum Blow {
    KEPT_KILLED,
    POSTGRESQL_KILLED,
    BOTH_KILLED,
    CLOCK_AHEAD,
    CLOCK_BACK
  }

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Size size;
  private final Random random;
  private final Path data;
  private final KeptClock real = new KeptClock();
  private final KeptOnAMovedClock clock;
  private final Chronicle chronicle = new Chronicle();
  private final AlarmBox box = new AlarmBox();
  private final Map<Blow, Integer> blows = new EnumMap<>(Blow.class);
  private KeptProcess kept;
  private Database.Address address;

  AlarmChaos(Path folder, Size size) throws IOException {
    this.size = size;
    this.random = new Random(size.seed());
    this.data = Files.createDirectories(folder.resolve("shop"));
    this.clock = KeptOnAMovedClock.of(data);
    this.kept = started();
    this.address = EmbeddedPostgres.findRunning(data).orElseThrow();
    chronicle.clockShows(real.instant(), Duration.ZERO);
    chronicle.up(real.instant());
  }

  /// Plays it to its end and counts.
  ChaosReport run() throws Exception {
    var last = promise();
    var between = size.dueWithin().toMillis() / (size.kills() + 1);
    for (int killed = 0; killed < size.kills(); killed++) {
      pause(random.nextLong(1_000, 3_000));
      move(Blow.CLOCK_AHEAD, Duration.ofMillis(random.nextLong(between)));
      pause(random.nextLong(500));
      if (killed % 3 == 1) move(Blow.CLOCK_BACK, Duration.ofMillis(-random.nextLong(between / 3)));
      pause(random.nextLong(500));
      kill(Blow.values()[killed < 3 ? killed : random.nextInt(3)]);
    }
    while (clock.instant().isBefore(last)) {
      pause(1_000);
      move(Blow.CLOCK_AHEAD, Duration.ofMillis(Math.min(between, millisTo(last))));
    }
    waitUntilTold();
    chronicle.down(real.instant());
    kept.close();
    try (var folder = DataFolder.lock(data);
        var postgres = EmbeddedPostgres.start(folder);
        var database = Database.open(postgres.address(), 2)) {
      return ChaosReport.read(database, chronicle, box.arrivals, blows, size);
    }
  }

  @Override
  public void close() {
    kept.close();
    box.close();
  }

  private KeptProcess started() throws IOException {
    return KeptProcess.startOnMovedClock(
        data, Map.of("KEPT_RELAY_URL", box.url(), "KEPT_BIND", "127.0.0.1"));
  }

  /// Everything is promised; gives the last due time.
  private Instant promise() {
    try (var database = Database.open(address, 4)) {
      var rooms = new Rooms(database, Config.Ground.in(data, null), clock);
      var shop = new BusyShop(rooms);
      var spread = size.dueWithin().toMillis();
      var first = clock.instant().plus(size.dueWithin().dividedBy(4));
      var begun = clock.instant();
      for (int made = 0; made < size.promises(); made += BusyShop.AT_ONCE) {
        shop.promise(
            Math.min(BusyShop.AT_ONCE, size.promises() - made),
            () -> later(first, begun).plusMillis(random.nextLong(spread)));
      }
      return later(first, begun).plusMillis(spread);
    }
  }

  /// Promising takes its time, and what is due has to be ahead.
  private Instant later(Instant first, Instant begun) {
    return first.plus(Duration.between(begun, clock.instant()));
  }

  private void kill(Blow blow) throws Exception {
    blows.merge(blow, 1, Integer::sum);
    chronicle.down(real.instant());
    if (blow != Blow.KEPT_KILLED) killPostgres();
    if (blow == Blow.POSTGRESQL_KILLED) {
      while (!answers()) pause(20);
    } else {
      kept.kill();
      kept = started();
      address = EmbeddedPostgres.findRunning(data).orElseThrow();
    }
    chronicle.up(real.instant());
  }

  /// The server that our own Kept started on our own folder.
  private void killPostgres() throws IOException {
    try (var clusters = Files.list(data.resolve("postgres"))) {
      var file = clusters
          .map(cluster -> cluster.resolve("postmaster.pid"))
          .filter(Files::exists)
          .findFirst()
          .orElseThrow();
      var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private boolean answers() {
    try (var connection =
        DriverManager.getConnection(address.url(), address.user(), address.password())) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private void move(Blow blow, Duration by) {
    blows.merge(blow, 1, Integer::sum);
    clock.move(by);
    var now = real.instant();
    chronicle.clockShows(now, Duration.between(now, clock.instant()));
  }

  private long millisTo(Instant last) {
    return Math.max(1, Duration.between(clock.instant(), last).toMillis());
  }

  private void waitUntilTold() {
    var until = System.nanoTime() + PATIENCE.toNanos();
    try (var database = Database.open(address, 1)) {
      while (open(database) > 0 && System.nanoTime() < until) pause(100);
    }
  }

  private static int open(Database database) {
    return database.read(tx -> tx.createQuery("""
            select (select count(*) from alarm where fired_at is null and cancelled_at is null and cause = 'clock')
                 + (select count(*) from delivery where next_try_at is not null)
            """).mapTo(Integer.class).one());
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
