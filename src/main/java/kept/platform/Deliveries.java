package kept.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What goes out of the house: queued in the transaction that wants it, sent after its commit,
/// tried again with back-off, and the truth about it kept on its row.
///
/// A try that we did not live to finish is begun again once its lease is over, marked as a repeat.
/// Threads may share this object once its senders are wired.
public final class Deliveries implements AutoCloseable {
  public static final String CHANNEL = "kept_delivery";
  /// The kind that carries a plain letter of ours to one of the team: `{"subject", "words",
  /// "path"}`.
  public static final String LETTER = "letter";
  /// The kind that carries a text of ours to a number: `{"words", "path", "until"}`.
  public static final String TEXT = "text";
  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
  private static final Duration[] BACK_OFF = {
    Duration.ofSeconds(5),
    Duration.ofSeconds(20),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofHours(1),
    Duration.ofHours(3)
  };
  private static final Duration STANDS_ASIDE = Duration.ofSeconds(1);
  private static final Duration READY_SOON = Duration.ofSeconds(5);
  /// RFC 5321, section 4.5.4.1: give up after four to five days.
  private static final Duration GIVE_UP = Duration.ofDays(4);

  private final Database database;
  private final Events events;
  private final InstantSource clock;
  private final Insistence insistence;
  private final DeliveryStore store = new DeliveryStore();
  private final DeliveryClaims claims = new DeliveryClaims();
  private final Map<String, Courier> couriers = new ConcurrentHashMap<>();
  private volatile boolean started;
  private volatile CountDownLatch urgent = new CountDownLatch(0);

  public Deliveries(Database database, Events events, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
    insistence = new Insistence(database, DeliveryClaims.LEASE);
  }

  /// From now on this sender takes what is of its kind. Each kind has a courier of its own, so a
  /// channel that is slow or broken keeps no other waiting.
  public void wire(Sender sender) {
    var courier = new Courier(sender.kind(), clock, new Desk(sender));
    var before = couriers.put(sender.kind(), courier);
    if (before != null) before.close();
    if (started) courier.start();
  }

  /// Puts something on its way, in the running transaction. Without a sender for its kind it waits.
  public DeliveryId queue(String kind, String address, UUID about, Object body) {
    var outgoing = Outgoing.of(kind, address, about, body, clock.instant());
    queue(List.of(outgoing));
    return outgoing.id();
  }

  /// Puts all of these on their way together, in the running transaction.
  public void queue(Collection<Outgoing> outgoing) {
    if (outgoing.isEmpty()) return;
    store.insert(database.currentTransaction(), outgoing, clock.instant());
  }

  /// Nobody needs these any more: what has not left, and is not just leaving, stays here.
  public void withdraw(Collection<DeliveryId> ids) {
    if (ids.isEmpty()) return;
    store.withdraw(database.currentTransaction(), ids, clock.instant());
  }

  /// Whether what is of this kind leaves the house, or waits for a sender.
  public boolean carries(String kind) {
    return couriers.containsKey(kind);
  }

  public Map<UUID, DeliveryState> statesAbout(Collection<UUID> rows) {
    return database.read(tx -> store.statesAbout(tx, rows));
  }

  /// What was sent about this row came back: the other side refused it after all.
  public void bounced(UUID about, String serverWords) {
    database.useTransaction(tx -> store
        .bounced(tx, about, serverWords, clock.instant())
        .ifPresent(id -> events.publish(null, new DeliveryRefused(id, about))));
  }

  /// Begins again at once what the process before us left unfinished. Only who is alone on the
  /// database may say so.
  public void takeBack() {
    database.useTransaction(tx -> claims.takeBack(tx, clock.instant()));
  }

  /// Runs work that has the machine to itself: nothing leaves until it is done, or for a second.
  public <T extends @Nullable Object> T standAsideFor(Supplier<T> work) {
    var working = new CountDownLatch(1);
    urgent = working;
    try {
      return work.get();
    } finally {
      working.countDown();
    }
  }

  /// How many wait to be tried, or tried again.
  public int waiting() {
    return database.read(store::waiting);
  }

  public void start() {
    started = true;
    couriers.values().forEach(Courier::start);
  }

  public void wake() {
    couriers.values().forEach(Courier::wake);
  }

  @Override
  public void close() {
    couriers.values().forEach(Courier::close);
  }

  /// Sends everything that is due, waits until all of it was tried, and says when the next try is.
  public @Nullable Instant sendWhatIsDue() {
    return couriers.values().stream()
        .map(Courier::sendAllThatIsDue)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /// What a courier of one kind asks of us.
  private final class Desk implements Courier.Desk {
    private final Sender sender;
    private final List<String> kind;
    /// What nobody else is to begin, whatever the clock says and however long it takes.
    private final Set<DeliveryId> inHand = ConcurrentHashMap.newKeySet();

    Desk(Sender sender) {
      this.sender = sender;
      this.kind = List.of(sender.kind());
    }

    @Override
    public List<Delivery> claim(int most) throws InterruptedException {
      urgent.await(STANDS_ASIDE.toMillis(), TimeUnit.MILLISECONDS);
      var some = sender.isReady() ? most : 0;
      if (some == 0 && inHand.isEmpty()) return List.of();
      var claimed = database.inTransaction(tx -> {
        claims.renew(tx, inHand, clock.instant());
        return claims.claim(tx, kind, clock.instant(), some);
      });
      for (var each : claimed) inHand.add(each.id());
      return claimed;
    }

    @Override
    public @Nullable Instant nextTry() {
      if (!sender.isReady()) return clock.instant().plus(READY_SOON);
      return database.read(tx -> claims.nextTry(tx, kind));
    }

    @Override
    public void send(Delivery delivery) {
      Runnable end;
      try {
        end = tried(sender, delivery);
      } finally {
        inHand.remove(delivery.id());
      }
      insistence.write(end);
    }
  }

  /// What is to be written of this try.
  private Runnable tried(Sender sender, Delivery delivery) {
    Sender.Outcome outcome;
    try {
      outcome = sender.send(delivery);
    } catch (Refusal e) {
      outcome = new Sender.Outcome.Refused(e.sentence());
    } catch (JdbiException e) {
      log.warn("delivery={} the database went away, trying again when it is back", delivery.id());
      return () -> claims.giveBack(database.currentTransaction(), delivery.id(), clock.instant());
    } catch (Exception e) {
      log.warn("delivery={} kind={} failed", delivery.id(), delivery.kind(), e);
      outcome = new Sender.Outcome.Later(String.valueOf(e.getMessage()));
    }
    var seen = outcome;
    return () -> write(delivery, seen);
  }

  private void write(Delivery delivery, Sender.Outcome outcome) {
    var tx = database.currentTransaction();
    var now = clock.instant();
    switch (outcome) {
      case Sender.Outcome.Sent(var words) -> {
        store.sent(tx, delivery.id(), words, now);
        events.publish(null, new DeliverySent(delivery.id(), delivery.about()));
      }
      case Sender.Outcome.Refused(var words) -> refuse(delivery, words, now);
      case Sender.Outcome.Later(var words, var notBefore) -> {
        var usual = BACK_OFF[Math.min(delivery.tries(), BACK_OFF.length) - 1];
        var next = now.plus(usual.compareTo(notBefore) < 0 ? notBefore : usual);
        if (store.isOlderThan(tx, delivery.id(), now.minus(GIVE_UP))) refuse(delivery, words, now);
        else store.tryLater(tx, delivery.id(), words, next);
      }
    }
  }

  private void refuse(Delivery delivery, String words, Instant now) {
    store.refused(database.currentTransaction(), delivery.id(), words, now);
    events.publish(null, new DeliveryRefused(delivery.id(), delivery.about()));
  }
}
