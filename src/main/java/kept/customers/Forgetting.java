package kept.customers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Refusal;
import kept.platform.Rows;
import kept.team.AgentId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Forgets a person: what they are called, how they reach us and what we know of them goes here,
/// their words go in the rooms that hold them, and what the shop counts stays.
///
/// All in one transaction, so that somebody is forgotten wholly or not at all. Threads may share
/// this object.
public final class Forgetting {
  /// What somebody is called who was forgotten.
  public static final String NAME = "Somebody forgotten";

  private final Database database;
  private final Events events;
  private final InstantSource clock;

  public Forgetting(Database database, Events events, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /// By the owner, or by Kept itself when their time is over. A room may refuse it, as long as a
  /// promise to them is open.
  public void forget(@Nullable AgentId by, CustomerId id) {
    database.useTransaction(tx -> {
      var all = claim(tx, id, clock.instant());
      if (all.isEmpty()) throw new Refusal("We don’t know this person, or not any more.");
      for (var each : all) {
        events.publish(by, new CustomerForgotten(each));
        erase(tx, each);
      }
    });
  }

  /// Them, and whoever turned out to be them. Whoever writes about them at this moment waits. The
  /// identities come first, as they do for whoever is recognised by one.
  private static List<CustomerId> claim(Handle tx, CustomerId id, Instant now) {
    tx.createQuery("""
            select 1
              from identity
             where customer in (select id from customer where id = :id or merged_into = :id)
             order by id
               for update
            """).bind("id", id).mapTo(Integer.class).list();
    var claimed = tx.createQuery("""
            update customer
               set forgotten_at = :now
             where (id = :id or merged_into = :id) and forgotten_at is null
            returning id
            """)
        .bind("id", id)
        .bind("now", now)
        .map((row, context) -> Rows.id(row, "id", CustomerId::new))
        .list();
    for (var each : claimed)
      tx.execute("select 1 from conversation where customer = ? for update", each.value());
    return claimed;
  }

  private static void erase(Handle tx, CustomerId id) {
    tx.execute("delete from identity where customer = ?", id.value());
    tx.execute("delete from fact where customer = ?", id.value());
    tx.execute("delete from possession where customer = ?", id.value());
    tx.createUpdate("update customer set name = :name, organisation = null where id = :id")
        .bind("id", id)
        .bind("name", NAME)
        .execute();
  }
}
