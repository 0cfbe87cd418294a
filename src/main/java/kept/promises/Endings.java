package kept.promises;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import kept.conversations.Draft;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.platform.Limit;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.team.AgentId;
import kept.team.Shop;
import kept.team.Team;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What comes after a promise has ended: the proof that it was kept, and taking back an ending that
/// was said by mistake. Threads may share this object.
public final class Endings {
  /// How long an ending can be taken back.
  public static final Duration UNDO_WITHIN = Duration.ofMinutes(10);

  private static final Limit SHOWN = new Limit(300, "Say what shows it in fewer words.");

  private final Database database;
  private final Events events;
  private final Team team;
  private final Shop shop;
  private final InstantSource clock;
  private final Arming arming;
  private final PromiseStore promises = new PromiseStore();
  private final EndingStore store = new EndingStore();
  private final SecondStore seconds = new SecondStore();

  public Endings(
      Database database,
      Events events,
      Promises.House house,
      Deliveries deliveries,
      InstantSource clock) {
    this.database = database;
    this.events = events;
    this.team = house.team();
    this.shop = house.shop();
    this.clock = clock;
    this.arming = new Arming(deliveries, new PromiseRules(database, events, clock));
  }

  /// Shows that it was kept, by words or a stored file; one of both is enough.
  public Proof prove(AgentId by, PromiseId id, String words, Draft.@Nullable NewFile file) {
    var said = words.strip().replaceAll("\\s+", " ");
    if (said.isEmpty() && file == null)
      throw new Refusal("Say what shows it, for example a tracking number, or add a photo.");
    SHOWN.check(said);
    return database.inTransaction(tx -> {
      var promise = promises.locked(tx, id);
      if (promise.state() != PromiseState.KEPT)
        throw new Refusal("There is something to show once the promise is kept.");
      var proof = new Proof(ProofId.next(), id, said, file, by, clock.instant());
      store.insert(tx, proof);
      events.publish(by, new PromiseProved(id, promise.conversation(), proof.id()));
      return proof;
    });
  }

  public List<Proof> proofsOf(Collection<PromiseId> those) {
    return database.read(tx -> store.proofs(tx, those));
  }

  public Proof proof(ProofId id) {
    return database
        .read(tx -> store.proof(tx, id))
        .orElseThrow(() -> new NotFound("There is no such proof."));
  }

  /// By the customer's own word there is nothing left to do. One that ended already stays as it is.
  public void noLongerNeeded(PromiseId id, String reason) {
    database.useTransaction(tx -> {
      var promise = promises.locked(tx, id);
      if (!promise.isOpen()) return;
      promises.end(tx, id, PromiseState.RELEASED, null, clock.instant(), reason);
      arming.disarm(tx, id, clock.instant());
      events.publish(promise.customer(), new PromiseReleased(id, promise.conversation()));
    });
  }

  /// The ending was a mistake: it is open again, with the alarms that it had. Open already, nothing
  /// changes.
  public void undo(AgentId by, PromiseId id) {
    database.useTransaction(tx -> {
      var hours = shop.stayingHours();
      var promise = promises.locked(tx, id);
      if (promise.isOpen()) return;
      var now = clock.instant();
      if (!mayUndo(promise, now))
        throw new Refusal("That can be taken back for ten minutes. Make a new promise instead.");
      if (!team.get(promise.keeper()).isHere()) giveTo(tx, by, promise);
      forgetWhoLeft(tx, id);
      store.undo(tx, promise, by, now);
      arming.resume(tx, promises.locked(tx, id), hours, now);
      events.publish(by, new PromiseUndone(id, promise.conversation()));
    });
  }

  /// Its keeper left the team meanwhile: who takes the ending back answers for it.
  private void giveTo(Handle tx, AgentId by, Promise promise) {
    promises.handTo(tx, promise.id(), by, team.secondOf(by).orElse(null), null);
    events.publish(
        by,
        new PromiseHandedOver(promise.id(), promise.conversation(), promise.keeper(), by, null));
  }

  /// Nor does anybody else answer for it who left meanwhile.
  private void forgetWhoLeft(Handle tx, PromiseId id) {
    seconds.of(tx, id).stream()
        .filter(agent -> !team.get(agent).isHere())
        .forEach(agent -> seconds.forget(tx, agent, id));
  }

  public static boolean mayUndo(Promise promise, Instant now) {
    var ended = promise.endedAt();
    return ended != null && !now.isBefore(ended) && !now.isAfter(ended.plus(UNDO_WITHIN));
  }
}
