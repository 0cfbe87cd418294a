package kept.promises;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kept.conversations.Conversations;
import kept.customers.Customers;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.platform.Loop;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Role;
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

  private static final Duration BROKEN_AGAIN = Duration.ofDays(1);

  private final Database database;
  private final Events events;
  private final Team team;
  private final Shop shop;
  private final Customers customers;
  private final Deliveries deliveries;
  private final Promises promises;
  private final InstantSource clock;
  private final AlarmStore store = new AlarmStore();
  private @Nullable Loop loop;

  /// What an alarm needs to know of the house.
  public record House(Team team, Shop shop, Customers customers, Conversations conversations) {}

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
    this.customers = house.customers();
    this.deliveries = deliveries;
    this.promises = promises;
    this.clock = clock;
  }

  public void start() {
    loop = Loop.start("alarms", clock, this::fireWhatIsDue);
  }

  /// Another time may be the next one now, or the clock was moved.
  public void wake() {
    if (loop != null) loop.wake();
  }

  @Override
  public void close() {
    if (loop != null) loop.close();
  }

  /// Fires everything that is due and says when the next alarm is.
  public @Nullable Instant fireWhatIsDue() {
    while (database.inTransaction(tx -> fireOne())) {}
    var next = database.read(store::next);
    var soon = clock.instant().plus(HELD);
    return next != null && next.isBefore(soon) && !next.isAfter(clock.instant()) ? soon : next;
  }

  /// Every step of a promise that was set and stands, with who was told and when.
  public List<Alarm> of(PromiseId promise) {
    return database.read(tx -> store.of(tx, promise));
  }

  /// Who has heard that one of these promises broke.
  public Set<AgentId> toldThatBroke(Collection<PromiseId> promises) {
    return database.read(tx -> store.toldOf(tx, promises));
  }

  /// What this step of a promise's ladder says to somebody now.
  public AlarmWords words(Step step, Promise promise, AgentId told) {
    return words(step, promise, team.get(told), clock.instant());
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
      if (due.step() == Step.BROKEN) {
        promises.breakIt(due.promise());
        store.again(tx, due, BROKEN_AGAIN);
      }
      var told = whomToTell(due);
      store.fired(tx, due.id(), clock.instant());
      told.forEach(agent -> tell(due, agent));
      events.publish(
          null,
          new AlarmFired(
              due.promise().id(),
              due.promise().conversation(),
              due.id(),
              due.step(),
              due.at(),
              told.stream().map(Agent::id).toList()));
      return true;
    });
  }

  private Set<Agent> whomToTell(AlarmStore.Due due) {
    var told = new LinkedHashSet<Agent>();
    var promise = due.promise();
    switch (due.step()) {
      case NUDGE -> told.add(team.get(promise.keeper()));
      case SECOND -> told.add(promise.second() == null ? team.owner() : team.get(promise.second()));
      case EVERYONE ->
        team.here().stream()
            .filter(agent -> agent.takingCalls() && agent.role() != Role.HELPER)
            .forEach(told::add);
      case OWNER -> told.add(team.owner());
      case BROKEN -> {
        told.add(team.get(promise.keeper()));
        told.add(team.owner());
      }
    }
    if (told.isEmpty()) told.add(team.owner());
    return told;
  }

  private void tell(AlarmStore.Due due, Agent agent) {
    database.useTransaction(tx -> {
      var now = clock.instant();
      store.told(tx, AlarmToldId.next(), due.id(), agent.id(), null, now);
      var words = words(due.step(), due.promise(), agent, now);
      var letter = Map.of(
          "subject", words.headline(),
          "words", words.letter(),
          "path", "/c/" + due.promise().conversation());
      var told = AlarmToldId.next();
      var delivery = deliveries.queue(Deliveries.LETTER, agent.email(), told.value(), letter);
      store.told(tx, told, due.id(), agent.id(), delivery, now);
    });
  }

  private AlarmWords words(Step step, Promise promise, Agent told, Instant now) {
    var customer = customers.get(promise.customer());
    var keeper = team.get(promise.keeper());
    return AlarmWords.of(step, promise, customer, keeper, told, shop.time(), now);
  }
}
