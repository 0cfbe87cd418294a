package kept.promises;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kept.conversations.ConversationId;
import kept.conversations.Conversations;
import kept.conversations.Draft;
import kept.conversations.Messages;
import kept.customers.CustomerId;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.platform.Limit;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.team.AgentChanged;
import kept.team.AgentId;
import kept.team.AgentLeaves;
import kept.team.BusinessChanged;
import kept.team.Presence;
import kept.team.PresenceChanged;
import kept.team.Shop;
import kept.team.Team;

/// Everything we told our customers we would do. The heart of Kept.
///
/// Each change is one transaction with its event and its alarms: there is never an open promise
/// without a keeper, a due time and its ladder. Threads may share this object.
public final class Promises {
  private static final String BACKWARDS = "A promise has to be due after it is made.";
  private static final String MOVED = "It was moved meanwhile. Look at its new time first.";
  private static final Limit WHY = new Limit(300, "Say why in fewer words.");

  private final Database database;
  private final Events events;
  private final Team team;
  private final Shop shop;
  private final Conversations conversations;
  private final Messages messages;
  private final InstantSource clock;
  private final Arming arming;
  private final Cover cover;
  private final PromiseStore store = new PromiseStore();

  /// What a promise needs to know of the house.
  public record House(
      Team team, Shop shop, Presence presence, Conversations conversations, Messages messages) {}

  public Promises(
      Database database, Events events, House house, Deliveries deliveries, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.team = house.team();
    this.shop = house.shop();
    this.conversations = house.conversations();
    this.messages = house.messages();
    this.clock = clock;
    this.arming = new Arming(deliveries, new PromiseRules(database, events, clock));
    this.cover = new Cover(database, events, house, arming);
    events.within(AgentLeaves.class, (actor, leaving) -> passOn(leaving));
    events.within(AgentChanged.class, (actor, changed) -> cover.nameSecond(changed.agent()));
    events.within(BusinessChanged.class, (actor, changed) -> armAgain());
    events.within(PromiseRuleChanged.class, (actor, changed) -> armAgain());
    events.within(PresenceChanged.class, (actor, changed) -> cover.reviewAll(clock.instant()));
  }

  public Promise make(AgentId by, Commitment commitment) {
    return database.inTransaction(tx -> {
      var now = clock.instant();
      if (!commitment.dueAt().isAfter(now)) throw new Refusal(BACKWARDS);
      Deadline.refuseTooFar(commitment.dueAt(), now);
      var ladder = arming.ladder(now, commitment.dueAt(), shop.stayingHours());
      var promise = promise(by, commitment, Ladder.nudge(ladder), now);
      store.insert(tx, promise);
      arming.begin(tx, promise.id(), ladder, now);
      events.publish(
          by,
          new PromiseMade(promise.id(), promise.conversation(), promise.keeper(), promise.dueAt()));
      cover.review(tx, promise.id(), now);
      return get(promise.id());
    });
  }

  private Promise promise(AgentId by, Commitment commitment, Instant nudge, Instant now) {
    var keeper = team.staying(commitment.keeper());
    var second = commitment.second();
    if (second == null) second = team.secondOf(keeper.id()).orElse(null);
    var customer = conversations.get(commitment.conversation()).customer();
    return commitment.said(by, customer, second, nudge, now);
  }

  /// When the shop will have been open for so long from now.
  public Instant dueIn(Duration open) {
    return new Deadline(shop.hours()).in(open, clock.instant());
  }

  public Promise get(PromiseId id) {
    return database
        .read(tx -> store.promise(tx, id))
        .orElseThrow(() -> new NotFound("There is no such promise."));
  }

  public List<Promise> in(Collection<ConversationId> conversations) {
    return database.read(tx -> store.in(tx, conversations));
  }

  public List<Promise> to(CustomerId customer) {
    return database.read(tx -> store.to(tx, customer));
  }

  /// We did it. Saying so twice changes nothing; past its due time it is kept late.
  public void keep(AgentId by, PromiseId id) {
    database.useTransaction(tx -> {
      var promise = store.locked(tx, id);
      if (promise.state() == PromiseState.KEPT) return;
      refuseEnded(promise);
      var now = clock.instant();
      if (now.isAfter(promise.dueAt())) breakThem(List.of(promise));
      store.end(tx, id, PromiseState.KEPT, by, now, null);
      arming.disarm(tx, id, now);
      var late = promise.brokenAt() != null || now.isAfter(promise.dueAt());
      events.publish(by, new PromiseKept(id, promise.conversation(), late));
    });
  }

  /// The customer let us off, or it no longer applies; the reason is said.
  public void release(AgentId by, PromiseId id, String reason) {
    if (reason.isBlank()) throw new Refusal("Say why this promise no longer holds.");
    database.useTransaction(tx -> {
      var promise = store.locked(tx, id);
      refuseEnded(promise);
      var now = clock.instant();
      store.end(tx, id, PromiseState.RELEASED, by, now, WHY.check(reason));
      arming.disarm(tx, id, now);
      events.publish(by, new PromiseReleased(id, promise.conversation()));
    });
  }

  /// Moves the due time that was `seen`, which is only possible by telling the customer, in these
  /// words. Agreed before it was due nothing was broken; after, that it broke stays written.
  public void agreeNewTime(AgentId by, Promise seen, Instant due, String words) {
    var id = seen.id();
    database.useTransaction(tx -> {
      var hours = shop.stayingHours();
      var promise = store.locked(tx, id);
      refuseEnded(promise);
      if (!promise.dueAt().equals(seen.dueAt())) throw new Refusal(MOVED);
      var now = clock.instant();
      if (!due.isAfter(now)) throw new Refusal("A new time has to be ahead of us.");
      if (!due.isAfter(promise.madeAt())) throw new Refusal(BACKWARDS);
      Deadline.refuseTooFar(due, now);
      if (due.equals(promise.dueAt())) throw new Refusal("That is the time it has already.");
      if (now.isAfter(promise.dueAt())) breakThem(List.of(promise));
      var told = messages.write(by, promise.conversation(), Draft.of(words));
      store.move(tx, new NewTime(id, promise.dueAt(), due, now, by, told.id()));
      arming.taken(tx, id, by, now);
      arming.begin(tx, id, arming.ladder(now, due, hours), now);
      events.publish(
          by, new PromiseNewTimeAgreed(id, promise.conversation(), promise.dueAt(), due));
      cover.review(tx, id, now);
    });
  }

  public List<NewTime> newTimesOf(Collection<PromiseId> promises) {
    return database.read(tx -> store.newTimes(tx, promises));
  }

  /// Somebody answers for it from now on; whoever takes it has heard its alarms. Its keeper takes
  /// it by saying that they have it, and nothing endangers it any more.
  public void handTo(AgentId by, PromiseId id, AgentId keeper) {
    database.useTransaction(tx -> {
      team.staying(keeper);
      var promise = store.locked(tx, id);
      refuseEnded(promise);
      var now = clock.instant();
      if (promise.keeper().equals(keeper)) hold(by, promise);
      else cover.pass(tx, by, promise, keeper, now);
      arming.taken(tx, id, keeper, now);
      cover.review(tx, id, now);
    });
  }

  /// It may not be kept in time, for this reason: the second hears at once.
  public void atRisk(AgentId by, PromiseId id, String reason) {
    if (reason.isBlank()) throw new Refusal("Say why it may be late.");
    database.useTransaction(tx -> {
      var promise = store.locked(tx, id);
      refuseEnded(promise);
      store.atRisk(tx, id, WHY.check(reason), false, clock.instant());
      arming.tellSecond(tx, id, clock.instant());
      events.publish(by, new PromiseAtRisk(id, promise.conversation()));
    });
  }

  /// Makes what is not so yet so that every keeper is at hand, and says when to look again.
  Optional<Instant> reviewKeepers() {
    return cover.review(clock.instant());
  }

  private void passOn(AgentLeaves leaving) {
    database.useTransaction(tx -> {
      cover.forget(tx, leaving.agent());
      for (var promise : store.openKeptBy(tx, leaving.agent())) {
        var heir = Optional.ofNullable(promise.second()).orElse(leaving.heir());
        if (heir == null) throw new Refusal("Give their promises to somebody first.");
        cover.pass(tx, null, promise, heir, clock.instant());
      }
    });
  }

  /// Opening hours, holidays, the zone or the rule are others now.
  private void armAgain() {
    database.useTransaction(tx -> {
      var now = clock.instant();
      var hours = shop.hours();
      for (var promise : store.open(tx)) {
        arming.again(tx, store.locked(tx, promise.id()), hours, now);
      }
      cover.reviewAll(now);
    });
  }

  private void hold(AgentId by, Promise promise) {
    database.useTransaction(tx -> {
      store.handTo(tx, promise.id(), promise.keeper(), promise.second(), null);
      events.publish(by, new PromiseTaken(promise.id(), promise.conversation(), promise.keeper()));
    });
  }

  /// Written once; the alarm loop and a late keeper may both be the first to see it.
  void breakThem(Collection<Promise> late) {
    if (late.isEmpty()) return;
    database.useTransaction(tx -> events.publish(null, store.breakThem(tx, late)));
  }

  private static void refuseEnded(Promise promise) {
    Objects.requireNonNull(promise);
    if (promise.isOpen()) return;
    var how = promise.state() == PromiseState.KEPT ? "kept" : "let go";
    throw new Refusal("This promise was " + how + " already, and an ending is final.");
  }
}
