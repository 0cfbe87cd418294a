package kept.promises;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kept.platform.Database;
import kept.team.Absence;
import kept.team.AgentId;
import kept.team.Roster;

/// What being away, in a job or driving would change for promises, told before somebody says it.
/// Threads may share this object.
public final class StandIns {
  private final Database database;
  private final Promises.House house;
  private final PromiseStore store = new PromiseStore();

  public StandIns(Database database, Promises.House house) {
    this.database = database;
    this.house = house;
  }

  /// A promise of theirs that would be touched: who answers for it while they are gone, who may be
  /// they themselves, and whether it falls due meanwhile.
  public record Touched(Promise promise, AgentId answers, boolean dueMeanwhile) {}

  /// The soonest due first; what is due before they go is not touched.
  public List<Touched> during(Absence planned, Instant now) {
    var begins = planned.startsAt().isAfter(now) ? planned.startsAt() : now;
    var view = new Cover.View(house.team(), with(planned), house.shop().time(), begins);
    return database.read(tx -> store.open(tx)).stream()
        .filter(promise -> promise.keeper().equals(planned.agent()))
        .filter(promise -> promise.brokenAt() != null || promise.dueAt().isAfter(begins))
        .map(promise ->
            new Touched(promise, view.keeperOf(promise), planned.covers(promise.dueAt())))
        .filter(touched -> touched.dueMeanwhile() || !touched.answers().equals(planned.agent()))
        .toList();
  }

  private Roster with(Absence planned) {
    var known = house.presence().roster();
    var all = Stream.concat(known.absences().stream(), Stream.of(planned)).toList();
    return new Roster(known.hours(), known.shifts(), all);
  }
}
