package kept.frontdoor;

import java.time.Duration;

/// What a plan asks of somebody who rings for the first time, if people pick up as they do. A
/// greeting costs nothing before the first person, since phones ring meanwhile.
///
/// @param keys what they have to press; law 6 wants none
/// @param beforeItRings until the first phone rings
/// @param toAPerson until somebody says hello
/// @param whenBusy the same when the first ones don't pick up; without others behind them, until
/// we say that nobody can
/// @param longest how long it ever rings
/// @param names how often they say who they are
public record CallerCost(
    int keys,
    Duration beforeItRings,
    Duration toAPerson,
    Duration whenBusy,
    Duration longest,
    int names) {
  public static CallerCost of(Plan plan) {
    var asked = plan.screening() == Screening.UNKNOWN;
    var before = asked ? Paths.SAYS_A_NAME : Duration.ZERO;
    return new CallerCost(
        0,
        before,
        before.plus(Paths.PICKS_UP),
        before.plus(whenBusy(plan)),
        plan.rings(),
        asked ? 1 : 0);
  }

  /// Whether anybody picks up behind the first ones.
  public static boolean hasASecond(Plan plan) {
    return plan.waves().size() > 1;
  }

  private static Duration whenBusy(Plan plan) {
    return hasASecond(plan) ? plan.waves().getFirst().rings().plus(Paths.PICKS_UP) : plan.rings();
  }
}
