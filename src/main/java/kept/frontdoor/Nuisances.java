package kept.frontdoor;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Limit;
import kept.platform.NotFound;
import kept.platform.Rows;
import kept.team.AgentId;

/// Whose calls ring nobody. They may leave a message all the same, so that a number that changed
/// hands is heard. Threads may share this object.
public final class Nuisances {
  private static final Limit NOTE = new Limit(120, "Write a shorter note.");

  private final Database database;
  private final Events events;
  private final InstantSource clock;

  public Nuisances(Database database, Events events, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /// The latest first.
  public List<Nuisance> list() {
    return database.read(tx -> tx.createQuery(
            "select * from nuisance order by added_at desc, number")
        .map((row, context) -> new Nuisance(
            row.getString("number"), row.getString("note"), Rows.time(row, "added_at")))
        .list());
  }

  public boolean contains(String number) {
    return database.read(
        tx -> tx.createQuery("select exists (select 1 from nuisance where number = :number)")
            .bind("number", number)
            .mapTo(Boolean.class)
            .one());
  }

  /// Adds a number as people write it with its country, or changes its note.
  public Nuisance add(AgentId by, String number, String note) {
    var e164 = OutsideNumber.read(number);
    var why = NOTE.check(note);
    database.useTransaction(tx -> {
      tx.createUpdate("""
              insert into nuisance (number, note, added_by, added_at)
              values (:number, :note, :by, :now)
                  on conflict (number) do update set note = :note
              """)
          .bind("number", e164)
          .bind("note", why)
          .bind("by", by)
          .bind("now", clock.instant())
          .execute();
      events.publish(by, new NuisanceChanged(by));
    });
    return find(e164).orElseThrow();
  }

  public void remove(AgentId by, String number) {
    database.useTransaction(tx -> {
      var removed = tx.createUpdate("delete from nuisance where number = :number")
          .bind("number", number)
          .execute();
      if (removed == 0) throw new NotFound("That number is not on the list.");
      events.publish(by, new NuisanceChanged(by));
    });
  }

  private Optional<Nuisance> find(String number) {
    return list().stream().filter(each -> each.number().equals(number)).findFirst();
  }
}
