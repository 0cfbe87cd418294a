package kept.bench;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import kept.Config;
import kept.Rooms;
import kept.email.Envelope;
import kept.email.MailDrop;
import kept.email.SmtpDoor;
import kept.platform.Database;
import kept.platform.KeptClock;
import kept.platform.postgres.EmbeddedPostgres;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Role;

/// How late alarms are in a full shop, at the rate of 100,000 an hour; and how many a second when
/// all of them are due at once and Kept is killed in the middle.
final class AlarmBench {
  private static final int CONVERSATIONS = 100_000;
  private static final int AN_HOUR = 100_000;
  private static final int AT_ONCE = 10_000;
  private static final int STEPS = 5;
  private static final Duration AHEAD = Duration.ofSeconds(40);

  private final Path data;
  private final SmtpDoor mailServer;
  private final KeptClock clock = new KeptClock();

  private AlarmBench(Path data, SmtpDoor mailServer) {
    this.data = data;
    this.mailServer = mailServer;
  }

  static void run(int minutes) throws Exception {
    var data = Files.createTempDirectory("kept-bench").resolve("shop");
    Files.createDirectories(data);
    var settings =
        SmtpDoor.Settings.usual(InetAddress.getLoopbackAddress(), 0, "mail.example.com", null);
    try (var mailServer = SmtpDoor.open(settings, new TakesAll(), InstantSource.system())) {
      new AlarmBench(data, mailServer).measure(minutes);
    }
    RunningKept.deleteFolder(data.getParent());
  }

  private void measure(int minutes) throws Exception {
    Promising promising;
    try (var kept = started();
        var database = Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 2)) {
      var rooms = new Rooms(database, Config.Ground.in(data, null), clock);
      FullShop.fill(rooms, CONVERSATIONS);
      promising = new Promising(rooms.team.owner().id(), priya(rooms));
      var spread = Duration.ofMinutes(minutes);
      var cpu = kept.cpuMillis();
      var run = promising.due(database, AN_HOUR / 60 * minutes / STEPS, spread, clock.instant());
      waitFor(database, run, left -> left == 0);
      var each = (double) (kept.cpuMillis() - cpu) / (AN_HOUR / 60 * minutes);
      System.out.printf(Locale.ROOT, "%n%d minutes at 100,000 alarms an hour%n", minutes);
      print(database, run);
      System.out.printf(Locale.ROOT, "%-28s %6.2f ms of CPU%n", "an alarm and its letters", each);
      System.out.printf(Locale.ROOT, "%-28s %6d MB%n", "memory", kept.memoryMegabytes());
    }
    killInTheMiddle(promising);
  }

  private void killInTheMiddle(Promising promising) throws Exception {
    Instant run;
    int left;
    Instant begun;
    try (var kept = started();
        var database = Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 2)) {
      run = promising.due(database, AT_ONCE / STEPS, Duration.ZERO, clock.instant());
      waitFor(database, run, now -> now < AT_ONCE);
      begun = clock.instant();
      left = waitFor(database, run, now -> now < AT_ONCE / 2);
      kept.kill();
    }
    var before = Duration.between(begun, clock.instant());
    try (var kept = started();
        var database = Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 2)) {
      var ready = clock.instant();
      var stillLeft = promising.left(database, run);
      waitFor(database, run, now -> now == 0);
      var after = Duration.between(ready, clock.instant());
      System.out.printf(Locale.ROOT, "%n%,d alarms at once, killed in the middle%n", AT_ONCE);
      rate("alarms a second, before", AT_ONCE - left, before);
      rate("alarms a second, after", stillLeft, after);
      System.out.printf(
          Locale.ROOT, "%-28s %6.2f s%n", "start to ready", kept.toReady.toMillis() / 1000.0);
      print(database, run);
    }
  }

  private static void rate(String what, int alarms, Duration in) {
    System.out.printf(
        Locale.ROOT,
        "%-28s %6.0f (%,d in %.1f s)%n",
        what,
        alarms * 1000.0 / in.toMillis(),
        alarms,
        in.toMillis() / 1000.0);
  }

  private RunningKept started() throws Exception {
    return RunningKept.start(
        data, Map.of("KEPT_RELAY_URL", "smtp://127.0.0.1:" + mailServer.port()));
  }

  private static AgentId priya(Rooms rooms) {
    return rooms.team.join(
        new Agent(
            AgentId.next(),
            "Priya Nair",
            "priya@example.com",
            Role.AGENT,
            null,
            165,
            true,
            "",
            null),
        null);
  }

  /// How many are left then.
  private int waitFor(Database database, Instant run, IntPredicate enough)
      throws InterruptedException {
    while (true) {
      var left = Promising.leftOf(database, run);
      if (enough.test(left)) return left;
      Thread.sleep(250);
    }
  }

  private static void print(Database database, Instant run) throws InterruptedException {
    while (Promising.unsent(database, run) > 0) Thread.sleep(200);
    line("fired after its time", Promising.lateness(database, run, Promising.FIRED));
    line("letter taken after its time", Promising.lateness(database, run, Promising.SENT));
  }

  private static void line(String what, double[] late) {
    System.out.printf(
        Locale.ROOT,
        "%-28s p50 %7.0f ms  p99 %7.0f ms  max %7.0f ms  of %,.0f%n",
        what,
        late[1],
        late[2],
        late[3],
        late[0]);
  }

  /// Somebody else's mail server.
  private static final class TakesAll implements MailDrop {
    @Override
    public boolean accepts(String recipient) {
      return true;
    }

    @Override
    public void take(Envelope envelope, InputStream raw) throws java.io.IOException {
      raw.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  /// Promises written straight into a full shop, with a ladder of seconds.
  record Promising(AgentId dana, AgentId priya) {
    static final String FIRED = """
        select extract(epoch from fired_at - at) * 1000 as late from alarm where run_from = :run and fired_at is not null
        """;
    static final String SENT = """
        select extract(epoch from d.sent_at - a.at) * 1000 as late
          from alarm a
          join alarm_told t on t.alarm = a.id
          join delivery d on d.id = t.delivery
         where a.run_from = :run and d.sent_at is not null
        """;

    /// So many promises, due evenly over this time; gives the run by which they are found again.
    Instant due(Database database, int promises, Duration spread, Instant now) {
      database.useTransaction(tx -> {
        tx.createUpdate("""
                with made as (
                     insert into promise (id, conversation, customer, what, kind, keeper, second, made_by, made_at, made_on, due_at, nudge_at)
                     select uuidv7(), id, customer, 'Look at it', 'fix', :priya, :dana, :priya, :run, 'email',
                            :first::timestamptz + n * :gap * interval '1 microsecond', :first
                       from (select id, customer, row_number() over () as n from conversation limit :promises) c
                     returning id, due_at)
                insert into alarm (id, promise, step, cause, at, run_from)
                select uuidv7(), made.id, s.step, 'clock', made.due_at - s.lead * :lead * interval '1 second', :run
                  from made, (values ('nudge', 4), ('second', 3), ('everyone', 2), ('owner', 1), ('broken', 0)) s (step, lead)
                """)
            .bind("priya", priya)
            .bind("dana", dana)
            .bind("run", now)
            .bind("first", now.plus(AHEAD))
            .bind("promises", promises)
            .bind("gap", spread.toNanos() / 1000 / promises)
            .bind("lead", spread.isZero() ? 0 : 5)
            .execute();
        tx.execute("select pg_notify('kept_alarm', '')");
      });
      return now;
    }

    int left(Database database, Instant run) {
      return leftOf(database, run);
    }

    static int leftOf(Database database, Instant run) {
      return count(
          database,
          run,
          "select count(*) from alarm where run_from = :run and cause = 'clock' and fired_at is null and cancelled_at is null");
    }

    static int unsent(Database database, Instant run) {
      return count(
          database,
          run,
          "select count(*) from delivery where next_try_at is not null and created_at >= :run");
    }

    /// How many, and by how many milliseconds: the median, 99 of 100, and the most.
    static double[] lateness(Database database, Instant run, String late) {
      return database.read(tx -> tx.createQuery("""
              select count(*) as n, coalesce(percentile_disc(0.5) within group (order by late), 0) as p50,
                     coalesce(percentile_disc(0.99) within group (order by late), 0) as p99, coalesce(max(late), 0) as most
                from (%s) l
              """.formatted(late))
          .bind("run", run)
          .map((row, context) -> new double[] {
            row.getDouble("n"), row.getDouble("p50"), row.getDouble("p99"), row.getDouble("most")
          })
          .one());
    }

    private static int count(Database database, Instant run, String sql) {
      return database.read(
          tx -> tx.createQuery(sql).bind("run", run).mapTo(Integer.class).one());
    }
  }
}
