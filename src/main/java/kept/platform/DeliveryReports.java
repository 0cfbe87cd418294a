package kept.platform;

import java.time.InstantSource;

/// What the other side says later of a delivery that it took. What has not left yet is passed by.
/// Threads may share this object.
public final class DeliveryReports {
  private final Database database;
  private final Events events;
  private final InstantSource clock;
  private final DeliveryStore store = new DeliveryStore();

  public DeliveryReports(Database database, Events events, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /// It is on its way, or it arrived: in these words.
  public void said(DeliveryId id, String words) {
    database.useTransaction(tx -> store.said(tx, id, words));
  }

  /// It did not arrive after all.
  public void cameBack(DeliveryId id, String words) {
    database.useTransaction(tx -> store
        .cameBack(tx, id, words, clock.instant())
        .ifPresent(about -> events.publish(null, new DeliveryRefused(id, about))));
  }
}
