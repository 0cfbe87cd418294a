package kept.team;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.DeliveryId;
import kept.platform.Outgoing;

/// Notes to the team's browsers. Threads may share this object.
public final class Pushes {
  /// The kind whose address is a subscription's id and whose body is [Queued].
  public static final String KIND = "push";

  private final Database database;
  private final PushSubscriptions subscriptions;
  private final Deliveries deliveries;
  private final InstantSource clock;

  public Pushes(
      Database database,
      PushSubscriptions subscriptions,
      Deliveries deliveries,
      InstantSource clock) {
    this.database = database;
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /// A note as it waits to be sent: after `until` it is not.
  record Queued(PushNote note, Instant until) {}

  /// What goes out to every browser in which this agent takes alarms, about that row, not before a
  /// time; nothing when there is none.
  public List<Outgoing> to(AgentId agent, PushNote note, UUID about, Instant notBefore) {
    return subscriptions.of(agent).stream()
        .map(subscription -> to(subscription, note, about, notBefore))
        .toList();
  }

  /// To one browser, so that somebody sees whether it works. What became of it is told by the
  /// subscription's id.
  public DeliveryId test(PushSubscription subscription) {
    var note = PushNote.of(
        "This is a test alarm",
        "Alarms reach you here. Nothing is due.",
        "/settings/you#devices",
        "test");
    var outgoing = to(subscription, note.counting(0), subscription.id().value(), clock.instant());
    database.useTransaction(tx -> deliveries.queue(List.of(outgoing)));
    return outgoing.id();
  }

  private static Outgoing to(
      PushSubscription subscription, PushNote note, UUID about, Instant notBefore) {
    var queued = new Queued(note, notBefore.plus(note.lasts()));
    return Outgoing.of(KIND, subscription.id().toString(), about, queued, notBefore);
  }
}
