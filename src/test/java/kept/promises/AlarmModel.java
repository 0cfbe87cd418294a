package kept.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kept.team.OpeningHours;
import org.jspecify.annotations.Nullable;

/// What is promised of one promise's alarms, in as few lines as it can be said: in each run every
/// step fires once its time has passed, not before and not twice; a new keeper hears; what broke is
/// said again each day; and nothing after the end.
final class AlarmModel {
  private final Set<Ladder.Rung> heard = new HashSet<>();
  private Instant runFrom;
  private Instant due;
  private boolean open = true;
  private @Nullable Instant atRisk;
  private @Nullable Instant handedOver;
  private @Nullable Instant again;

  AlarmModel(Instant runFrom, Instant due) {
    this.runFrom = runFrom;
    this.due = due;
  }

  /// A new time was agreed: another run begins.
  void move(Instant now, Instant newDue) {
    heard.clear();
    runFrom = now;
    due = newDue;
    atRisk = null;
    again = null;
  }

  /// The second hears at once.
  void atRisk(Instant at) {
    atRisk = at;
  }

  /// To somebody who did not take it themselves: they hear at once.
  void handOver(Instant at) {
    handedOver = at;
  }

  void end() {
    open = false;
    handedOver = null;
  }

  /// The ending is taken back: what was heard in this run stays heard.
  void undo(Instant now) {
    open = true;
    if (heard.contains(rung(Step.BROKEN, Cause.CLOCK))) again = nextDay(now);
  }

  boolean isOpen() {
    return open;
  }

  /// The alarm loop ran at this moment and fired these.
  void check(List<Alarm> fired, OpeningHours hours, Instant now) {
    if (!open) assertThat(fired).as("fired after its promise ended").isEmpty();
    if (!open) return;
    var ladder = Ladder.of(runFrom, due, hours, PromiseRule.USUAL);
    var broke = heard.contains(rung(Step.BROKEN, Cause.CLOCK));
    for (var alarm : fired) {
      switch (alarm.cause()) {
        case CLOCK, OPENING -> step(alarm, ladder, now);
        case HANDED_OVER -> {
          assertThat(handedOver).as("nobody was given it").isNotNull();
          handedOver = null;
        }
        case AGAIN -> {
          assertThat(again).as("again before a day is over").isNotNull().isBeforeOrEqualTo(now);
          again = nextDay(now);
        }
      }
    }
    if (handedOver != null)
      assertThat(handedOver).as("the new keeper did not hear").isAfter(now);
    if (again != null) assertThat(again).as("not said again").isAfter(now);
    if (!broke) {
      assertThat(heard)
          .as("a step is lost")
          .containsAll(ladder.stream()
              .filter(rung -> !rung.at().isAfter(now))
              .map(rung -> rung(rung.step(), rung.cause()))
              .toList());
    }
  }

  private void step(Alarm alarm, List<Ladder.Rung> ladder, Instant now) {
    var rung = rung(alarm.step(), alarm.cause());
    assertThat(heard.add(rung)).as("%s twice in a run", alarm.step()).isTrue();
    var early = ladder.stream()
        .noneMatch(set -> set.step() == alarm.step()
            && set.cause() == alarm.cause()
            && !set.at().isAfter(now));
    assertThat(early && !(atRisk != null && alarm.step() == Step.SECOND))
        .as("%s too early", alarm.step())
        .isFalse();
    if (alarm.step() == Step.BROKEN) again = nextDay(now);
  }

  /// Somebody may not make it, and the second knows.
  void checkRisk(Instant now) {
    if (atRisk == null || atRisk.isAfter(now)) return;
    assertThat(heard).as("the second did not hear").contains(rung(Step.SECOND, Cause.CLOCK));
  }

  /// The next time of day at which it was due.
  private Instant nextDay(Instant now) {
    var next = due;
    while (!next.isAfter(now)) next = next.plus(Duration.ofDays(1));
    return next;
  }

  private static Ladder.Rung rung(Step step, Cause cause) {
    return new Ladder.Rung(step, cause, Instant.EPOCH);
  }
}
