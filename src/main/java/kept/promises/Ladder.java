package kept.promises;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// When each step of a promise's alarms is, from when it was made and when it is due.
///
/// Run is due less made; the lead of the nudge is a quarter of the run, at least 15 minutes, or two
/// hours when the run is over a day; the owner hears ten minutes before; second and everyone stand
/// at
/// thirds between nudge and owner. A run under 20 minutes uses 50, 65, 80 and 90 % of it. Pure.
public final class Ladder {
  private static final Duration SHORT = Duration.ofMinutes(20);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LEAST_LEAD = Duration.ofMinutes(15);
  private static final Duration LEAD_OVER_A_DAY = Duration.ofHours(2);
  private static final Duration OWNER_LEAD = Duration.ofMinutes(10);

  /// One step at an absolute time.
  public record Rung(Step step, Instant at) {}

  private Ladder() {}

  /// The rungs in order, the last at the due time.
  public static List<Rung> of(Instant madeAt, Instant dueAt) {
    var run = Duration.between(madeAt, dueAt);
    if (run.compareTo(SHORT) < 0) return ofShort(madeAt, dueAt, run);
    var nudge = dueAt.minus(lead(run));
    var owner = dueAt.minus(OWNER_LEAD);
    var between = Duration.between(nudge, owner);
    return List.of(
        new Rung(Step.NUDGE, nudge),
        new Rung(Step.SECOND, nudge.plus(between.dividedBy(3))),
        new Rung(Step.EVERYONE, nudge.plus(between.multipliedBy(2).dividedBy(3))),
        new Rung(Step.OWNER, owner),
        new Rung(Step.BROKEN, dueAt));
  }

  /// When the nudge is, as a share of the run: the tick on the string.
  public static double nudgeShare(Instant madeAt, Instant dueAt) {
    var run = Duration.between(madeAt, dueAt).toMillis();
    var toNudge = Duration.between(madeAt, of(madeAt, dueAt).getFirst().at()).toMillis();
    return (double) toNudge / run;
  }

  private static Duration lead(Duration run) {
    if (run.compareTo(DAY) > 0) return LEAD_OVER_A_DAY;
    var quarter = run.dividedBy(4);
    return quarter.compareTo(LEAST_LEAD) < 0 ? LEAST_LEAD : quarter;
  }

  private static List<Rung> ofShort(Instant madeAt, Instant dueAt, Duration run) {
    return List.of(
        new Rung(Step.NUDGE, madeAt.plus(share(run, 50))),
        new Rung(Step.SECOND, madeAt.plus(share(run, 65))),
        new Rung(Step.EVERYONE, madeAt.plus(share(run, 80))),
        new Rung(Step.OWNER, madeAt.plus(share(run, 90))),
        new Rung(Step.BROKEN, dueAt));
  }

  private static Duration share(Duration run, int percent) {
    return run.multipliedBy(percent).dividedBy(100);
  }
}
