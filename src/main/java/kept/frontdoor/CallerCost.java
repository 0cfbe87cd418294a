package kept.frontdoor;

import java.time.Duration;

/// What a plan asks of a caller before a person speaks: keys they have to press, how long they
/// wait when somebody picks up as people do, and how long when nobody can.
public record CallerCost(int keys, Duration toAPerson, Duration whenBusy) {
  /// People pick up at the second ring: a ring and a pause take six seconds (ITU-T E.180).
  private static final Duration PICKS_UP = Duration.ofSeconds(6);

  public static CallerCost of(Plan plan) {
    var busy = plan.waves().stream().map(Wave::rings).reduce(Duration.ZERO, Duration::plus);
    return new CallerCost(0, PICKS_UP, busy);
  }
}
