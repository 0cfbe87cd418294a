package kept.promises;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
/// who is told is written, and their mail is queued. Killed at any moment it has done all of that
/// or none, and does what is due when it lives again, however long it was dead. Several processes
/// may run it on one database.
public final class Alarms implements AutoCloseable {
  public static final String CHANNEL = "kept_alarm";
  /// Another process or a person holds what is due: look again this soon.
  private static final Duration HELD = Duration.ofMillis(100);
  private static final Duration CATCHING_UP = Duration.ofSeconds(10);
  /// Whoever ends one of these promises waits for all of them: a tenth of a second at most.
  private static final int MANY = 50;

  private final Database database;
  private final Events events;
  private final Team team;
  private final Shop shop;
  private final Promises promises;
  private final InstantSource clock;
  private final Deliveries deliveries;
  private final Notices notices;
  private final SelfCheck check;
  private final AlarmStore store = new AlarmStore();
  private final TellingStore tellings = new TellingStore();
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
    this.shop = house.shop();
    this.promises = promises;
    this.clock = clock;
    this.deliveries = deliveries;
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

  /// Waits until everything is told that came due while nobody was there to tell it; at most a
  /// few seconds, since a shop has to open.
  public void awaitCatchingUp() {
    if (loop != null) loop.awaitFirst(CATCHING_UP);
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
    if (shop.find().isEmpty()) return null; // nobody has promised anything before the set-up
    var change = deliveries.standAsideFor(() -> {
      var next = promises.reviewKeepers();
      fireAll();
      return next.orElse(null);
    });
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
    database.useTransaction(tx -> tellings
        .seen(tx, alarm, agent, clock.instant())
        .ifPresent(promise -> {
          deliveries.withdraw(tellings.waitingTexts(tx, promise, agent));
          events.publish(agent, new AlarmSeen(promise, alarm, agent));
        }));
  }

  /// Many in a transaction, since committing takes as long as telling; one by one, and without what
  /// cannot be told, when one of them fails: it holds back no other, and the loop tries it again.
  private void fireAll() {
    var failing = new HashMap<AlarmId, RuntimeException>();
    var most = MANY;
    var claimed = new ArrayList<AlarmStore.Due>();
    do {
      claimed.clear();
      try {
        fire(claimed, most, failing.keySet());
      } catch (RuntimeException e) {
        if (claimed.isEmpty()) throw e;
        if (claimed.size() == 1) failing.put(claimed.getFirst().id(), e);
        most = 1;
      }
    } while (!claimed.isEmpty());
    failing.values().stream().findFirst().ifPresent(failure -> {
      throw failure;
    });
  }

  private void fire(List<AlarmStore.Due> claimed, int most, Set<AlarmId> butNot) {
    database.useTransaction(tx -> {
      claimed.addAll(store.claim(tx, clock.instant(), most, butNot));
      if (claimed.isEmpty()) return;
      var now = clock.instant();
      store.fired(tx, claimed, now);
      var broken = claimed.stream().filter(due -> due.step() == Step.BROKEN).toList();
      promises.breakThem(broken.stream().map(AlarmStore.Due::promise).toList());
      store.again(tx, broken, now);
      tell(claimed, now);
    });
  }

  private void tell(List<AlarmStore.Due> claimed, Instant now) {
    var round = notices.round(claimed);
    var facts =
        claimed.stream().map(due -> due.fired(notices.tell(round, due, now))).toList();
    notices.write(round, now);
    events.publish(null, facts);
  }
}
