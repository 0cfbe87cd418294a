package kept.promises;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kept.customers.Customers;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.platform.Loop;
import kept.team.AgentId;
import kept.team.Presence;
import kept.team.Shop;
import kept.team.Team;
import org.jspecify.annotations.Nullable;

/// The one alarm that people would bet their shop on.
///
/// It sleeps until the next alarm's time, then fires it: in one transaction the alarm is marked,
/// who
/// is told is written, and their mail is queued. Killed at any moment it has done all of that or
/// none,
/// and does what is due when it lives again, however long it was dead. Several processes may run it
/// on
/// one database.
public final class Alarms implements AutoCloseable {
  public static final String CHANNEL = "kept_alarm";
  /// Another process or a person holds what is due: look again this soon.
  private static final Duration HELD = Duration.ofMillis(100);

  private final Database database;
  private final Events events;
  private final Team team;
  private final Promises promises;
  private final InstantSource clock;
  private final Notices notices;
  private final SelfCheck check;
  private final AlarmStore store = new AlarmStore();
  private final AlarmProof proof = new AlarmProof();
  private @Nullable Loop loop;

  /// What an alarm needs to know of the house.
  public record House(Team team, Presence presence, Shop shop, Customers customers) {}

  public Alarms(
      Database database,
      Events events,
      House house,
      Deliveries deliveries,
      Promises promises,
      InstantSource clock) {
    this.database = database;
    this.events = events;
    this.team = house.team();
    this.promises = promises;
    this.clock = clock;
    this.notices = new Notices(database, house, deliveries, clock);
    this.check = new SelfCheck(database, events, house, notices, clock);
  }

  /// One more way to reach people.
  public void wire(AlarmChannel channel) {
    notices.wire(channel);
  }

  public void start() {
    loop = Loop.start("alarms", clock, () -> earlier(fireWhatIsDue(), check.fireWhatIsDue()));
  }

  /// Another time may be the next one now, or the clock was moved.
  public void wake() {
    if (loop != null) loop.wake();
  }

  @Override
  public void close() {
    if (loop != null) loop.close();
  }

  /// Sees that every keeper is at hand, fires everything that is due, and says when to look again.
  public @Nullable Instant fireWhatIsDue() {
    var change = promises.reviewKeepers().orElse(null);
    while (fireOne()) {}
    var next = database.read(store::next);
    if (next != null && !next.isAfter(clock.instant())) next = clock.instant().plus(HELD);
    return earlier(next, change);
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) return one == null ? other : one;
    return one.isBefore(other) ? one : other;
  }

  /// The alarm that is fired once a day to see that alarms come.
  public SelfCheck check() {
    return check;
  }

  /// Every step of a promise that was set and stands, with who was told and when.
  public List<Alarm> of(PromiseId promise) {
    return database.read(tx -> proof.of(tx, promise));
  }

  /// Who has heard that one of these promises broke.
  public Set<AgentId> toldThatBroke(Collection<PromiseId> promises) {
    return database.read(tx -> proof.toldOf(tx, promises));
  }

  /// What this step of a promise's ladder says to somebody now.
  public AlarmWords words(Step step, Promise promise, AgentId told) {
    return notices.words(step, Cause.CLOCK, promise, team.get(told), clock.instant());
  }

  /// They saw it with their own eyes; looking again changes nothing.
  public void seen(AgentId agent, AlarmId alarm) {
    database.useTransaction(tx -> store
        .seen(tx, alarm, agent, clock.instant())
        .ifPresent(promise -> events.publish(agent, new AlarmSeen(promise, alarm, agent))));
  }

  private boolean fireOne() {
    return database.inTransaction(tx -> {
      var claimed = store.claim(tx, clock.instant());
      if (claimed.isEmpty()) return false;
      var due = claimed.get();
      var now = clock.instant();
      store.fired(tx, due.id(), now);
      if (due.step() == Step.BROKEN) {
        promises.breakIt(due.promise());
        store.again(tx, due, tomorrow(due.promise(), now));
      }
      var told = notices.tell(due, now);
      events.publish(
          null,
          new AlarmFired(
              due.promise().id(),
              due.promise().conversation(),
              due.id(),
              due.step(),
              due.at(),
              told));
      return true;
    });
  }

  /// The next time of day at which it was due.
  private static Instant tomorrow(Promise promise, Instant now) {
    var days = Duration.between(promise.dueAt(), now).toDays() + 1;
    return promise.dueAt().plus(Duration.ofDays(days));
  }
}
