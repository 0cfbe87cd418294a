package kept.texts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kept.platform.Database;
import kept.platform.DeliveryId;
import kept.platform.DeliveryReports;
import kept.platform.DeliverySent;
import kept.platform.Events;
import kept.platform.Loop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Texts as the provider brings them: each is on disk before it is answered, and on a timeline soon
/// after; and what it says of ours. Threads may share this object.
public final class Texts {
  private static final Logger log = LoggerFactory.getLogger(Texts.class);
  /// One that cannot be filed is tried again so soon, for as long as it takes.
  private static final Duration AGAIN = Duration.ofMinutes(1);

  /// In the order of a text's life (Twilio's message resource); the last ones end it.
  private static final List<String> STAGES =
      List.of("accepted", "scheduled", "queued", "sending", "sent");

  private static final List<String> ENDS = List.of("delivered", "undelivered", "failed");

  private final Database database;
  private final TextFiling filing;
  private final DeliveryReports reports;
  private final InstantSource clock;
  private final TextStore store = new TextStore();
  private volatile @Nullable Loop reading;

  public Texts(
      Database database,
      Events events,
      TextFiling filing,
      DeliveryReports reports,
      InstantSource clock) {
    this.database = database;
    this.filing = filing;
    this.reports = reports;
    this.clock = clock;
    events.within(DeliverySent.class, (by, sent) -> tell(sent.delivery()));
  }

  /// Reads what came, also what came before we were stopped, until it is closed.
  public Loop startReading() {
    var loop = Loop.start("texts", clock, this::read);
    reading = loop;
    return loop;
  }

  /// Keeps a text as it came. The same one twice is once.
  void keep(String sid, Map<String, String> fields) {
    database.useTransaction(tx -> store.keep(tx, sid, fields, clock.instant()));
    var loop = reading;
    if (loop != null) loop.wake();
  }

  /// What the provider says of a text of ours. Reports overtake each other; a later stage stays.
  void report(UUID delivery, String status, @Nullable String code) {
    var rank = STAGES.indexOf(status);
    if (rank < 0 && !ENDS.contains(status)) return;
    var earlier = rank < 0 ? STAGES : STAGES.subList(0, rank);
    database.useTransaction(tx -> {
      if (!store.isDelivery(tx, delivery)) return;
      var id = new DeliveryId(delivery);
      var said = new TextStore.Report(status, code);
      if (store.report(tx, id, said, earlier, clock.instant())) tell(id);
    });
  }

  /// The report may be here before we know that the text is sent: then it is told when we do.
  private void tell(DeliveryId id) {
    var report = database.read(tx -> store.reportOf(tx, id));
    if (report.isEmpty()) return;
    switch (report.get().status()) {
      case "delivered" -> reports.said(id, "Delivered");
      case "undelivered", "failed" ->
        reports.cameBack(id, TwilioWords.of(report.get().code(), ""));
      default -> reports.said(id, "Sent, not delivered yet");
    }
  }

  /// Files all that came; says when to look again at what could not be filed.
  @Nullable
  Instant read() {
    for (var next = next(); next.isPresent(); next = next())
      if (!file(next.get())) return clock.instant().plus(AGAIN);
    return null;
  }

  /// One that fails stands behind the others next time.
  private Optional<String> next() {
    return database.inTransaction(tx -> {
      var next = store.unread(tx);
      next.ifPresent(sid -> store.tried(tx, sid));
      return next;
    });
  }

  private boolean file(String sid) {
    try {
      database.useTransaction(tx -> {
        var raw = store.locked(tx, sid);
        if (raw.isEmpty()) return;
        var message = filing.file(tx, raw.get());
        store.filed(tx, sid, message, clock.instant());
      });
      return true;
    } catch (RuntimeException e) {
      log.warn("text={} could not be filed, trying again", sid, e);
      return false;
    }
  }
}
