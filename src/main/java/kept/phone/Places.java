package kept.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kept.platform.Database;

/// Callers who waited until somebody was free, hung up, and keep their place until they are
/// rung back. Threads may share this object.
public final class Places {
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Database database;
  private final CallStore store;
  private final RingBacks ringBacks;

  Places(Database database, CallStore store, RingBacks ringBacks) {
    this.database = database;
    this.store = store;
    this.ringBacks = ringBacks;
  }

  /// How many came before this caller.
  int before(PhoneCall call) {
    return (int) kept(call).stream()
        .filter(each -> each.beganAt().isBefore(call.beganAt()))
        .count();
  }

  /// Whether they are still to be rung back.
  public boolean keeps(PhoneCall call) {
    return kept(call).contains(call);
  }

  /// Who is to be rung back before anybody else: the first who came and whom nobody has tried yet.
  public Optional<PhoneCall> next(Instant now) {
    return keptSince(now.minus(A_DAY)).stream().filter(this::isUntried).findFirst();
  }

  private boolean isUntried(PhoneCall call) {
    var promise = call.promise();
    return promise != null && database.read(tx -> store.about(tx, promise)).isEmpty();
  }

  private List<PhoneCall> kept(PhoneCall around) {
    return keptSince(around.beganAt().minus(A_DAY));
  }

  private List<PhoneCall> keptSince(Instant from) {
    return database.read(tx -> store.queuedSince(tx, from)).stream()
        .filter(each -> each.promise() != null && ringBacks.isOpen(each.promise()))
        .toList();
  }
}
