package kept.phone;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kept.conversations.Contacts;
import kept.conversations.ConversationId;
import kept.conversations.Conversations;
import kept.conversations.Efforts;
import kept.customers.Customers;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.NotFound;
import kept.promises.PromiseId;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Every call attempt, from before anybody's phone rings to the promise that it became when nobody
/// took it. Threads may share this object.
public final class Calls {
  private final Database database;
  private final Events events;
  private final House house;
  private final RingBacks ringBacks;
  private final InstantSource clock;
  private final CallFacts facts;
  private final CallStore store = new CallStore();

  /// What a call needs to know of the house.
  public record House(
      Customers customers, Conversations conversations, Contacts contacts, Efforts efforts) {}

  public Calls(
      Database database, Events events, House house, RingBacks ringBacks, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.house = house;
    this.ringBacks = ringBacks;
    this.clock = clock;
    this.facts = new CallFacts(database, events, house.efforts(), clock);
  }

  /// What calls cost those who are in them.
  CallFacts facts() {
    return facts;
  }

  /// Who calls, and whom we call: every call begins there.
  Callers callers() {
    return new Callers(database, events, house, store, clock);
  }

  /// Who waited in line, hung up and keeps their place.
  public Places places() {
    return new Places(database, store, ringBacks);
  }

  void rang(CallId id) {
    database.useTransaction(tx -> store.rang(tx, id, clock.instant()));
  }

  /// The line took it, with a prompt.
  void answered(CallId id) {
    database.useTransaction(tx -> store.answered(tx, id, clock.instant()));
  }

  /// They hear this person now; the first one ends their wait.
  void talks(PhoneCall call, AgentId agent) {
    database.useTransaction(tx -> {
      var now = clock.instant();
      var first = store.talks(tx, call.id(), agent, now);
      house.contacts().talks(call.conversation(), agent);
      if (first && call.isInbound()) facts.toAPerson(call, Duration.between(call.beganAt(), now));
      events.publish(agent, new CallTalks(call.id(), call.conversation(), agent));
    });
  }

  /// The agent is done with it; false where they were before.
  public boolean wrapUp(AgentId by, CallId id) {
    return database.inTransaction(tx -> {
      var first = store.wrapUp(tx, id, clock.instant());
      if (first) events.publish(by, new CallChanged(id, CallChanged.What.WRAPPED_UP));
      return first;
    });
  }

  /// Whoever talks with somebody else rings this caller soon; they hear so by text where they can.
  public void ringsSoon(AgentId by, CallId id) {
    database.useTransaction(tx -> ringBacks.soon(store.locked(tx, id), by));
  }

  /// They were told that we ring back, though somebody talked with them.
  void owesRingBack(CallId id) {
    database.useTransaction(tx -> {
      var call = store.locked(tx, id);
      ringBacks.insteadOfHolding(call);
      house.contacts().waits(call.conversation());
    });
  }

  void recorded(CallId id, String file) {
    database.useTransaction(tx -> store.recorded(tx, id, file));
  }

  /// It is over; asked twice, nothing changes. When nobody took it, or we dropped it, a promise
  /// remains (law 1), in the same transaction.
  void end(CallId id, Outcome outcome) {
    end(id, outcome, clock.instant());
  }

  private void end(CallId id, Outcome outcome, Instant at) {
    database.useTransaction(tx -> {
      var call = store.locked(tx, id);
      if (call.isOver()) return;
      var truly = call.talkedAt() != null && outcome != Outcome.DROPPED ? Outcome.TALKED : outcome;
      facts.resumed(tx, call, at);
      if (truly == Outcome.DROPPED) facts.dropped(call);
      var promise = truly.owesARingBack() ? ringBacks.owed(call, truly) : null;
      house.contacts().lasted(call.contact(), call.talked(at));
      store.end(tx, id, truly, promise, at);
      if (promise != null) house.contacts().waits(call.conversation());
      events.publish(null, new CallEnded(id, call.conversation(), truly));
    });
  }

  /// Calls that nobody carries any more died with their process, or could not be ended when they
  /// were over: they ended when they were last seen alive.
  void endDead(Set<CallId> dead) {
    for (var call : live())
      if (dead.contains(call.id()))
        end(call.id(), ended(call), database.read(tx -> store.seenAt(tx, call.id())));
  }

  /// This process has these calls at this moment.
  void carries(Set<CallId> alive) {
    if (!alive.isEmpty()) database.useTransaction(tx -> store.seen(tx, alive, clock.instant()));
  }

  private static Outcome ended(PhoneCall call) {
    var unheard = !call.isInbound() && call.talkedAt() == null;
    return unheard ? Outcome.NOT_REACHED : Outcome.DROPPED;
  }

  public PhoneCall get(CallId id) {
    return database
        .read(tx -> store.find(tx, id))
        .orElseThrow(() -> new NotFound("There is no such call."));
  }

  /// Those that are not over, the longest one first.
  public List<PhoneCall> live() {
    return database.read(store::live);
  }

  /// How many are going on.
  public int countLive() {
    return database.read(store::countLive);
  }

  public List<PhoneCall> in(Collection<ConversationId> conversations) {
    return database.read(tx -> store.in(tx, conversations));
  }

  public CallEffort effortOf(CallId id) {
    return database.read(tx -> store.effort(tx, id));
  }

  /// Every call that was made about a promise, the first one first.
  public List<PhoneCall> about(PromiseId promise) {
    return database.read(tx -> store.about(tx, promise));
  }

  /// The latest first, from behind `after`.
  public List<PhoneCall> page(@Nullable PhoneCall after, int limit) {
    return database.read(tx -> store.page(tx, after, limit));
  }
}
