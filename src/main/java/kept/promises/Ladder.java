package kept.promises;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kept.team.OpeningHours;

/// When each step of a promise's alarms is, from when its run began and when it is due. Pure.
///
/// All lengths are open time, unless the promise is due while the shop is closed: then the clock
/// counts. The lead of the nudge is a quarter of the run, at least what the rule says (15 minutes
/// usually); a run over a day leads by two hours, or half of a shorter open run, and nudges at the
/// opening of its last day as well. The owner hears ten minutes before, or as the rule says; second
/// and everyone stand at thirds between nudge and owner. A run that is short for the lead (under 20
/// minutes usually) uses 50, 65, 80 and 90 % of it.
public final class Ladder {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LEAD_OVER_A_DAY = Duration.ofHours(2);

  /// One step at an absolute time.
  public record Rung(Step step, Cause cause, Instant at) {}

  private final Instant from;
  private final Instant due;
  private final OpeningHours hours;
  private final PromiseRule rule;
  private final boolean byTheClock;

  private Ladder(Instant from, Instant due, OpeningHours hours, PromiseRule rule) {
    this.from = from;
    this.due = due;
    this.hours = hours;
    this.rule = rule;
    this.byTheClock = !isInside(due, hours) || hours.openBetween(from, due).isZero();
  }

  /// The rungs in order of time, the last at the due time.
  public static List<Rung> of(Instant from, Instant due, OpeningHours hours, PromiseRule rule) {
    return new Ladder(from, due, hours, rule).rungs();
  }

  /// When the nudge of a ladder is that is not the one at opening: the tick on the string.
  public static Instant nudge(List<Rung> ladder) {
    return ladder.stream()
        .filter(rung -> rung.step() == Step.NUDGE && rung.cause() == Cause.CLOCK)
        .findFirst()
        .orElseThrow()
        .at();
  }

  /// When a broken promise is told of again: the next time of day at which it was due.
  static Instant sameTimeNext(Instant due, Instant now) {
    return due.plus(DAY.multipliedBy(Duration.between(due, now).toDays() + 1));
  }

  private List<Rung> rungs() {
    var run = byTheClock ? Duration.between(from, due) : hours.openBetween(from, due);
    var rungs = new ArrayList<>(run.compareTo(rule.shortRun()) < 0 ? ofShort(run) : ofLong(run));
    rungs.add(new Rung(Step.BROKEN, Cause.CLOCK, due));
    rungs.sort(Comparator.comparing(Rung::at));
    return List.copyOf(rungs);
  }

  private List<Rung> ofLong(Duration run) {
    var overADay = Duration.between(from, due).compareTo(DAY) > 0;
    var lead =
        overADay ? shorter(LEAD_OVER_A_DAY, atLeast(run.dividedBy(2))) : atLeast(run.dividedBy(4));
    var owner = rule.owner();
    var third = lead.minus(owner).dividedBy(3);
    var rungs = new ArrayList<Rung>();
    rungs.add(before(Step.NUDGE, lead));
    rungs.add(before(Step.SECOND, owner.plus(third.multipliedBy(2))));
    rungs.add(before(Step.EVERYONE, owner.plus(third)));
    rungs.add(before(Step.OWNER, owner));
    if (overADay) atOpening(rungs.getFirst().at(), rungs);
    return rungs;
  }

  private List<Rung> ofShort(Duration run) {
    return List.of(
        before(Step.NUDGE, percent(run, 50)),
        before(Step.SECOND, percent(run, 35)),
        before(Step.EVERYONE, percent(run, 20)),
        before(Step.OWNER, percent(run, 10)));
  }

  private void atOpening(Instant nudge, List<Rung> rungs) {
    hours
        .opening(day(due))
        .filter(opening -> opening.isAfter(from) && opening.isBefore(nudge))
        .ifPresent(opening -> rungs.add(new Rung(Step.NUDGE, Cause.OPENING, opening)));
  }

  private Rung before(Step step, Duration lead) {
    return new Rung(step, Cause.CLOCK, byTheClock ? due.minus(lead) : hours.minusOpen(due, lead));
  }

  private LocalDate day(Instant at) {
    return at.atZone(hours.zone()).toLocalDate();
  }

  /// At the minute of closing the shop's people are still there.
  private static boolean isInside(Instant due, OpeningHours hours) {
    return hours.isOpen(due) || hours.isOpen(due.minusNanos(1));
  }

  private Duration atLeast(Duration lead) {
    return lead.compareTo(rule.lead()) < 0 ? rule.lead() : lead;
  }

  private static Duration percent(Duration run, int percent) {
    return run.multipliedBy(percent).dividedBy(100);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
