package kept.frontdoor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Json;
import kept.platform.Limit;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.team.AgentId;
import kept.team.Team;
import org.jdbi.v3.core.Handle;

/// The plans for whoever rings, each refused that breaks law 6. Threads may share this object.
public final class FrontDoors {
  private static final Limit NAME = new Limit(60, "Give it a shorter name.");

  private final Database database;
  private final Events events;
  private final Team team;
  private final InstantSource clock;

  public FrontDoors(Database database, Events events, Team team, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.team = team;
    this.clock = clock;
  }

  /// Everyone at once for half a minute, then a message: what a shop begins with.
  public static Plan usual() {
    return new Plan(
        false, List.of(new Wave(List.of(), Duration.ofSeconds(30))), Overflow.VOICEMAIL);
  }

  public List<FrontDoor> list() {
    return database.read(tx -> tx.createQuery("select * from front_door order by name")
        .map((row, context) -> new FrontDoor(
            new FrontDoorId(row.getObject("id", java.util.UUID.class)),
            row.getString("name"),
            WrittenPlan.read(Json.read(row.getString("plan")))))
        .list());
  }

  public FrontDoor get(FrontDoorId id) {
    return list().stream()
        .filter(door -> door.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("There is no such front door."));
  }

  /// Makes a plan, or changes the one with this id.
  public FrontDoor set(AgentId by, FrontDoor door) {
    var name = NAME.check(door.name());
    if (name.isEmpty()) throw new Refusal("Give the front door a name.");
    return database.inTransaction(tx -> {
      var objections = LawSix.objections(door.plan(), team.everyone(), List.of());
      if (!objections.isEmpty()) throw new Refusal(sentences(objections));
      if (isTaken(tx, name, door.id()))
        throw new Refusal("There is a front door of that name already.");
      tx.createUpdate("""
              insert into front_door (id, name, plan, changed_at, changed_by)
              values (:id, :name, :plan::jsonb, :now, :by)
                  on conflict (id) do update
                 set name = :name, plan = :plan::jsonb, changed_at = :now, changed_by = :by
              """)
          .bind("id", door.id())
          .bind("name", name)
          .bind("plan", Json.write(WrittenPlan.of(door.plan())))
          .bind("now", clock.instant())
          .bind("by", by)
          .execute();
      events.publish(by, new FrontDoorChanged(door.id()));
      return new FrontDoor(door.id(), name, door.plan());
    });
  }

  private static String sentences(List<Objection> objections) {
    return objections.stream().map(Objection::sentence).collect(Collectors.joining(" "));
  }

  private static boolean isTaken(Handle tx, String name, FrontDoorId id) {
    return tx.createQuery(
            "select exists (select 1 from front_door where name = :name and id <> :id)")
        .bind("name", name)
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }
}
