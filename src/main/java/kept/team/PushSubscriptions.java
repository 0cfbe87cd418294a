package kept.team;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kept.platform.Database;
import kept.platform.DeliveryId;
import kept.platform.Events;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.push.PushAddress;
import kept.platform.push.PushReach;
import org.jspecify.annotations.Nullable;

/// The browsers in which the team takes alarms. A subscription ends with the session it was made
/// in unless that was only its ninety days, when its browser gives it up, or when it is the
/// eleventh. Threads may share this object.
public final class PushSubscriptions {
  /// More than anybody carries; a lost phone's goes first.
  static final int MOST = 10;

  private static final int LONGEST_DEVICE = 120;

  private final Database database;
  private final Events events;
  private final PushReach reach;
  private final InstantSource clock;
  private final PushSubscriptionStore store = new PushSubscriptionStore();

  public PushSubscriptions(Database database, Events events, PushReach reach, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.reach = reach;
    this.clock = clock;
    events.within(AgentSignedOut.class, (by, out) -> endWith(out.session()));
  }

  /// Alarms go to this browser from now on. One that is known is refreshed, and another address
  /// of the same browser is forgotten. It changes hands only for whoever brings the same keys,
  /// which no other browser has.
  public PushSubscription add(
      AgentId agent, SessionId session, PushAddress address, String device) {
    if (!reach.mayHold(address.uri()))
      throw new Refusal("Alarms go out over the public internet, and this address is not there.");
    return database.inTransaction(tx -> {
      var before = store.at(tx, address.endpoint());
      if (before.filter(known -> !mayTake(known, agent, address)).isPresent())
        throw new Refusal("These alarms belong to another browser.");
      var words = device.substring(0, Math.min(device.length(), LONGEST_DEVICE));
      var fresh = new PushSubscription(
          PushSubscriptionId.next(), agent, session, address, words, clock.instant(), null, null);
      var id = store.put(tx, fresh);
      if (before.filter(known -> known.agent().equals(agent)).isEmpty())
        events.publish(agent, new PushSubscribed(agent, id));
      store.removeOthersOf(tx, session, id).forEach(gone -> tell(agent, gone));
      store.removeOldest(tx, agent, MOST).forEach(gone -> tell(agent, gone));
      return get(id);
    });
  }

  /// Those of this agent that take alarms now, the newest first.
  public List<PushSubscription> of(AgentId agent) {
    return database.read(tx -> store.of(tx, agent, clock.instant()));
  }

  public Optional<PushSubscription> find(PushSubscriptionId id) {
    return database.read(tx -> store.find(tx, id, clock.instant()));
  }

  /// One of this agent's own; anybody else's is not there.
  public PushSubscription ofTheirs(AgentId agent, PushSubscriptionId id) {
    return find(id)
        .filter(found -> found.agent().equals(agent))
        .orElseThrow(() -> new NotFound("This device takes no alarms any more."));
  }

  public void remove(AgentId by, PushSubscriptionId id) {
    database.useTransaction(tx -> {
      ofTheirs(by, id);
      end(by, id);
    });
  }

  /// The browser says that it showed what this delivery brought.
  public void shown(AgentId agent, PushSubscriptionId id, DeliveryId delivery) {
    database.useTransaction(tx -> {
      if (!store.shown(tx, agent, id, clock.instant())) return;
      events.publish(agent, new PushShown(agent, id, delivery));
    });
  }

  void sent(PushSubscriptionId id) {
    database.useTransaction(tx -> store.sent(tx, id, clock.instant()));
  }

  /// Its push service says that nobody is there any more.
  void gone(PushSubscriptionId id) {
    database.useTransaction(tx -> end(null, id));
  }

  private PushSubscription get(PushSubscriptionId id) {
    return find(id).orElseThrow(() -> new NotFound("You are signed out here. Sign in again."));
  }

  private static boolean mayTake(PushSubscription known, AgentId agent, PushAddress address) {
    return known.agent().equals(agent) || known.address().equals(address);
  }

  private void endWith(SessionId session) {
    database.useTransaction(
        tx -> store.removeOfSession(tx, session).forEach(gone -> tell(null, gone)));
  }

  private void end(@Nullable AgentId by, PushSubscriptionId id) {
    database.useTransaction(tx -> store.remove(tx, id).ifPresent(gone -> tell(by, gone)));
  }

  private void tell(@Nullable AgentId by, PushSubscription gone) {
    events.publish(by, new PushUnsubscribed(gone.agent(), gone.id()));
  }
}
