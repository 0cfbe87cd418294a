package kept.platform;

import java.time.InstantSource;
import java.util.Collection;
import java.util.UUID;

/// Lets go of the addresses and words of what went out, or was to. When it went and what became of
/// it stays. Threads may share this object.
public final class DeliveryErasure {
  private final Database database;
  private final InstantSource clock;
  private final DeliveryStore store = new DeliveryStore();

  public DeliveryErasure(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Of whatever was about these rows, in the running transaction; what waits stays here. Refused
  /// while one of them is just leaving.
  public void forget(Collection<UUID> about) {
    if (about.isEmpty()) return;
    database.useTransaction(tx -> {
      store.forget(tx, about, clock.instant());
      if (store.anyWaiting(tx, about))
        throw new Refusal("Something is just being sent to them. Try again in a minute.");
    });
  }
}
