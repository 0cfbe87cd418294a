package kept.team;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Secrets;

/// The browsers in which the team is signed in. A session lasts thirty days after it was last used,
/// ninety in any case, and ends with its agent. Threads may share this object.
public final class Sessions {
  static final Duration LASTS = Duration.ofDays(30);
  static final Duration ENDS_AFTER = Duration.ofDays(90);
  /// How often a session in use is written down as seen.
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);
  private static final Duration PROVEN_FOR = Duration.ofMinutes(15);
  private static final SessionId NONE = new SessionId(new UUID(0, 0));

  private final Database database;
  private final Events events;
  private final Secrets secrets;
  private final InstantSource clock;
  private final SessionStore store = new SessionStore();
  private final PushSubscriptionStore subscriptions = new PushSubscriptionStore();

  public Sessions(Database database, Events events, Secrets secrets, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.secrets = secrets;
    this.clock = clock;
    events.within(AgentLeaves.class, (by, left) -> endAllOf(left.agent()));
    events.within(AgentLetBackIn.class, (by, back) -> endAllOf(back.agent()));
  }

  /// Signs an agent in with their password on this device.
  public String start(AgentId agent, String device) {
    return start(agent, new Arrival(WayIn.PASSWORD, device, null));
  }

  /// Signs an agent in and gives the token that their browser is to keep.
  public String start(AgentId agent, Arrival arrival) {
    return startAfter("", agent, arrival);
  }

  /// The same in a browser that has the token of a session before: if that was theirs, the alarms
  /// that this browser takes go on.
  public String startAfter(String before, AgentId agent, Arrival arrival) {
    var token = secrets.freshToken();
    var now = clock.instant();
    var session = new Session(SessionId.next(), agent, arrival.device(), now, now);
    database.useTransaction(tx -> {
      var ends = new SessionStore.Ends(now.plus(LASTS), now.plus(ENDS_AFTER));
      store.insert(tx, session, arrival, secrets.hash(token), ends);
      subscriptions.moveTo(tx, session, secrets.hash(before));
      events.publish(agent, new AgentSignedIn(agent, session.id(), arrival.way()));
    });
    return token;
  }

  /// Whether they showed in this browser, not long ago, that it is them: only then may they change
  /// how they come in. Whoever finds an open browser may not.
  public boolean isProven(SessionId session) {
    var since = clock.instant().minus(PROVEN_FOR);
    return database.read(tx -> store.wasProvedSince(tx, session, since));
  }

  /// They showed it once more.
  public void proven(AgentId agent, SessionId session) {
    database.useTransaction(tx -> {
      store.proved(tx, session, clock.instant());
      events.publish(agent, new AgentProven(agent, session));
    });
  }

  /// The session that a browser's token opens and its agent, while both last. Each request asks, so
  /// it is planned once.
  public Optional<SignedIn> find(String token) {
    var now = clock.instant();
    var found =
        database.together(() -> database.read(tx -> store.find(tx, secrets.hash(token), now)));
    found
        .filter(session -> !session.seenAt().plus(SEEN_EVERY).isAfter(now))
        .ifPresent(session ->
            database.useTransaction(tx -> store.seen(tx, session.id(), now, now.plus(LASTS))));
    return found.map(session -> new SignedIn(session.id(), session.way().lets(session.agent())));
  }

  /// Which of these are good still.
  public Set<UUID> goodOf(Set<UUID> sessions) {
    return database.read(tx -> store.goodOf(tx, sessions, clock.instant()));
  }

  /// Why a session is over.
  public enum Over {
    ENDED,
    /// On a device of the shop's, with its day.
    SHOP_CLOSED,
    NINETY_DAYS,
    UNUSED
  }

  /// Why the session of this token is over; empty when it is not, or was never there.
  public Optional<Over> over(String token) {
    var now = clock.instant();
    return database.read(tx -> store.findEnded(tx, secrets.hash(token), now)).map(ended -> {
      if (ended.byHand()) return Over.ENDED;
      if (ended.endsAt().isAfter(now)) return Over.UNUSED;
      var whole = ended.createdAt().plus(ENDS_AFTER);
      return ended.endsAt().isBefore(whole) ? Over.SHOP_CLOSED : Over.NINETY_DAYS;
    });
  }

  /// Where this agent is signed in now, the last used first.
  public List<Session> openOf(AgentId agent) {
    return database.read(tx -> store.openOf(tx, agent, clock.instant()));
  }

  /// Signs this agent out in one browser. A session that is over already stays so.
  public void end(AgentId agent, SessionId session) {
    database.useTransaction(tx -> {
      if (!store.end(tx, agent, session, clock.instant())) return;
      events.publish(agent, new AgentSignedOut(agent, session));
    });
  }

  public void endAllOf(AgentId agent) {
    endAllExcept(agent, NONE);
  }

  /// Signs this agent out everywhere but here.
  public void endAllExcept(AgentId agent, SessionId here) {
    database.useTransaction(tx -> {
      for (var ended : store.endAllOf(tx, agent, here, clock.instant()))
        events.publish(agent, new AgentSignedOut(agent, ended));
    });
  }

  /// Removes the rows of sessions that are long over: a job for the night.
  public int forgetOld() {
    var horizon = clock.instant().minus(FORGOTTEN_AFTER);
    return database.inTransaction(tx -> store.deleteEndedBefore(tx, horizon));
  }

  /// A session that is good, and whose it is.
  public record SignedIn(SessionId session, Agent agent) {}
}
