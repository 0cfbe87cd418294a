package kept.line.sip;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches what calls over trunks cost, from the INVITE to the end. Calls to our own phones
/// cost nothing and are not asked about. Threads may share it.
final class Tolls {
  private static final Logger LOG = LoggerFactory.getLogger(Tolls.class);
  /// A minute that is begun costs a whole one, so this is often enough.
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final TollGuard guard;
  private final Timers timers;
  private final Map<SipLeg, Running> running = new ConcurrentHashMap<>();

  private record Running(TollGuard.Toll toll, Future<?> watch) {}

  Tolls(TollGuard guard, Timers timers) {
    this.guard = guard;
    this.timers = timers;
  }

  /// Whether this may be dialled; from now on it costs.
  boolean begin(SipLeg leg, String number, @Nullable String trunk) {
    if (trunk == null) return true;
    return switch (guard.ask(number, trunk)) {
      case TollDecision.Allowed(var toll) -> {
        var watch = timers.every(BETWEEN_LOOKS, () -> look(leg, toll));
        running.put(leg, new Running(toll, watch));
        yield true;
      }
      case TollDecision.Refused why -> {
        LOG.info("A call over {} was not placed: {}.", trunk, why);
        yield false;
      }
    };
  }

  private void look(SipLeg leg, TollGuard.Toll toll) {
    if (guard.isOver(toll)) leg.owner().post(() -> leg.end(Ending.Cause.BARRED));
  }

  void end(SipLeg leg) {
    var ended = running.remove(leg);
    if (ended == null) return;
    ended.watch().cancel(false);
    guard.ended(ended.toll());
  }
}
