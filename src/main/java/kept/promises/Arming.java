package kept.promises;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kept.platform.Deliveries;
import kept.team.AgentId;
import kept.team.OpeningHours;
import org.jdbi.v3.core.Handle;

/// Sets a promise's alarms, and sets them again when what they were worked out from is another.
///
/// A step that fired in a run has been heard and does not fire again because hours moved; a new
/// time begins a new run, in which everything is heard anew. All of it joins the running
/// transaction.
final class Arming {
  private static final Set<Cause> ALL = EnumSet.allOf(Cause.class);
  /// A new keeper has to know also when the time is another.
  private static final Set<Cause> OF_A_RUN = EnumSet.complementOf(EnumSet.of(Cause.HANDED_OVER));

  private final Deliveries deliveries;
  private final PromiseRules rules;
  private final AlarmStore alarms = new AlarmStore();
  private final PromiseStore promises = new PromiseStore();
  private final TellingStore tellings = new TellingStore();

  Arming(Deliveries deliveries, PromiseRules rules) {
    this.deliveries = deliveries;
    this.rules = rules;
  }

  /// The ladder of a run, as the shop's rule is now.
  List<Ladder.Rung> ladder(Instant from, Instant due, OpeningHours hours) {
    return Ladder.of(from, due, hours, rules.get());
  }

  /// A run begins: the whole ladder from now to the due time.
  void begin(Handle tx, PromiseId promise, List<Ladder.Rung> ladder, Instant now) {
    disarm(tx, promise, OF_A_RUN, now);
    promises.nudgeAt(tx, promise, Ladder.nudge(ladder));
    alarms.set(tx, promise, now, ladder);
  }

  /// Hours, holidays, the zone or the rule are others now: what has not fired is worked out again.
  void again(Handle tx, Promise promise, OpeningHours hours, Instant now) {
    var from = alarms.runFrom(tx, promise.id(), promise.dueAt());
    var fired = alarms.fired(tx, promise.id(), from);
    if (fired.contains(new AlarmStore.Fired(Step.BROKEN, Cause.CLOCK))) return;
    var ladder = ladder(from, promise.dueAt(), hours);
    var rungs = new ArrayList<Ladder.Rung>();
    for (var rung : ladder) {
      if (fired.contains(new AlarmStore.Fired(rung.step(), rung.cause()))) continue;
      var atOnce = rung.step() == Step.SECOND && promise.riskReason() != null;
      rungs.add(atOnce ? new Ladder.Rung(rung.step(), rung.cause(), now) : rung);
    }
    alarms.cancel(tx, promise.id(), OF_A_RUN, now);
    promises.nudgeAt(tx, promise.id(), Ladder.nudge(ladder));
    alarms.set(tx, promise.id(), from, rungs);
  }

  /// It is open again: the alarms that ended with it are set as they were.
  void resume(Handle tx, Promise promise, OpeningHours hours, Instant now) {
    again(tx, promise, hours, now);
    if (!now.isAfter(promise.dueAt())) return;
    var tomorrow =
        new Ladder.Rung(Step.BROKEN, Cause.AGAIN, Ladder.sameTimeNext(promise.dueAt(), now));
    var runFrom = alarms.runFrom(tx, promise.id(), promise.dueAt());
    alarms.set(tx, promise.id(), runFrom, List.of(tomorrow));
  }

  /// Somebody else answers for it and did not take it themselves: they hear at once. Whoever had
  /// it in between and has not heard yet needs not hear any more; nor may their alarm, set before
  /// the clock was put back, stand in the way of this one.
  void tellNewKeeper(Handle tx, Promise promise, Instant now) {
    alarms.cancel(tx, promise.id(), EnumSet.of(Cause.HANDED_OVER), now);
    var rung = new Ladder.Rung(Step.NUDGE, Cause.HANDED_OVER, now);
    var runFrom = alarms.runFrom(tx, promise.id(), promise.dueAt());
    alarms.set(tx, promise.id(), runFrom, List.of(rung));
  }

  /// It may be late: the second hears at once, if they have not.
  void tellSecond(Handle tx, PromiseId promise, Instant now) {
    alarms.bringForward(tx, promise, Step.SECOND, now);
  }

  /// The promise is over: no step fires any more, and what waits to go out stays here.
  void disarm(Handle tx, PromiseId promise, Instant now) {
    disarm(tx, promise, ALL, now);
  }

  private void disarm(Handle tx, PromiseId promise, Set<Cause> causes, Instant now) {
    alarms.cancel(tx, promise, causes, now);
    deliveries.withdraw(alarms.pending(tx, promise, causes));
  }

  /// Whoever has it now has heard what fired, and nobody else needs a text about it.
  void taken(Handle tx, PromiseId promise, AgentId by, Instant now) {
    alarms.taken(tx, promise, by, now);
    deliveries.withdraw(tellings.waitingTexts(tx, promise, null));
  }
}
