package kept;

import java.time.Duration;
import java.util.List;
import kept.api.Api;
import kept.api.Doors;
import kept.api.Once;
import kept.api.PbxDoor;
import kept.conversations.Listing;
import kept.phone.PhoneLine;
import kept.platform.Event;
import kept.platform.Events;
import kept.platform.Loop;
import kept.platform.Metrics;
import kept.platform.http.Guard;
import kept.platform.http.Health;
import kept.platform.http.LiveStreams;
import kept.platform.http.MetricsPage;
import kept.platform.http.WebRoutes;
import kept.platform.http.WebSettings;
import kept.promises.AlarmFired;
import kept.promises.PromiseListing;
import kept.team.Access;

/// What Kept is to other programs: the API over the same doors as the pages, whether it is well,
/// and what it counts.
final class Programs implements AutoCloseable {
  private static final Duration TIDY_EVERY = Duration.ofHours(1);

  private final Rooms rooms;
  private final LiveStreams live;
  private final Once once;
  private final Metrics metrics;
  private final Health health;
  private final Loop tidying;

  /// Before any loop runs, since it listens to what they do.
  Programs(Rooms rooms, LiveStreams live) {
    this.rooms = rooms;
    this.live = live;
    this.once = new Once(rooms.database, rooms.clock);
    this.metrics = counted();
    this.health = new Health(rooms.database, rooms.clock);
    health.start();
    this.tidying = Loop.start("idempotency-keys", rooms.clock, () -> {
      once.forget();
      return rooms.clock.instant().plus(TIDY_EVERY);
    });
  }

  List<WebRoutes> routes(WebSettings settings, Guard guard, PhoneLine line) {
    var page = new MetricsPage(metrics, settings, guard, Access.TOKEN);
    var pbx = new PbxDoor(rooms.pbxKeys, rooms.outsideCalls, rooms.secrets, rooms.clock);
    return List.of(new Api(doors(line), once), pbx, health, page);
  }

  @Override
  public void close() {
    health.close();
    tidying.close();
  }

  private Metrics counted() {
    var metrics = new Metrics();
    countFacts(metrics);
    metrics.gauge("kept_live_streams", "Event streams of browsers that are open.", live::count);
    metrics.gauge(
        "kept_deliveries_waiting",
        "What waits to be sent, or sent again.",
        rooms.deliveries::waiting);
    metrics.gauge(
        "kept_database_connections_in_use",
        "Connections of the pool in use.",
        () -> rooms.database.load().inUse());
    metrics.gauge(
        "kept_database_threads_waiting",
        "Threads that wait for a connection.",
        () -> rooms.database.load().waiting());
    metrics.gauge(
        "kept_heap_used_bytes",
        "Memory of the Java heap in use.",
        () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    return metrics;
  }

  /// Mails in and out, promises, alarms: whatever happens is a fact, counted once it has committed.
  private void countFacts(Metrics metrics) {
    var facts = metrics.counter("kept_events_total", "Facts written to the log, by kind.");
    var lateness = metrics.histogram(
        "kept_alarm_lateness_seconds",
        "How long after its time an alarm was fired.",
        .1,
        .5,
        1,
        5,
        30,
        300);
    rooms.events.within(
        Event.class,
        (actor, event) -> rooms.database.afterCommit(() -> {
          facts.add("kind=\"%s\"".formatted(Events.kindOf(event.getClass())));
          if (event instanceof AlarmFired fired) {
            var late = Duration.between(fired.at(), rooms.clock.instant());
            lateness.observe(Math.max(0, late.toNanos() / 1e9));
          }
        }));
  }

  private Doors doors(PhoneLine line) {
    return new Doors(
        rooms.database,
        rooms.events,
        rooms.deliveries,
        rooms.blobs,
        rooms.team,
        rooms.shop,
        rooms.presence,
        rooms.customers,
        rooms.conversations,
        new Listing(rooms.database),
        rooms.messages,
        rooms.efforts,
        rooms.promises,
        rooms.endings,
        new PromiseListing(rooms.database),
        rooms.alarms,
        rooms.recaps,
        new Doors.Telephone(
            rooms.phones,
            rooms.trunks,
            rooms.lines,
            rooms.frontDoors,
            rooms.greetings,
            rooms.nuisances,
            rooms.calls,
            rooms.callLegs,
            rooms.handCalls,
            line,
            rooms.shopTexts));
  }
}
