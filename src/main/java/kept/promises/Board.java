package kept.promises;

import java.time.Instant;
import java.util.List;
import kept.platform.Database;
import kept.team.AgentId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Everything owed, across people and days, as lists are made of it. Threads may share this object.
public final class Board {
  private final Database database;

  public Board(Database database) {
    this.database = database;
  }

  /// A promise with the name of whom it was made to.
  public record Item(Promise promise, String customerName) {}

  /// Open promises due before `horizon` (all: null), soonest first, of one keeper or of everyone.
  public List<Item> open(@Nullable AgentId keeper, @Nullable Instant horizon, int limit) {
    return database.read(tx -> {
      var query = tx.createQuery("""
                      select p.*, c.name as customer_name
                        from (
                             select *
                               from promise
                              where state = 'open' and <keeper> and <horizon>
                              order by due_at, id
                              limit :limit) p
                        join customer c on c.id = p.customer
                       order by p.due_at, p.id
                      """)
          .define("keeper", keeper == null ? "true" : "keeper = :keeper")
          .define("horizon", horizon == null ? "true" : "due_at < :horizon")
          .bind("limit", limit);
      if (keeper != null) query.bind("keeper", keeper);
      if (horizon != null) query.bind("horizon", horizon);
      return query.map((row, context) -> item(row)).list();
    });
  }

  /// Promises kept from `since` on, the latest first.
  public List<Item> keptSince(Instant since, @Nullable AgentId keeper, int limit) {
    return database.read(tx -> tx.createQuery("""
                    select p.*, c.name as customer_name
                      from promise p
                      join customer c on c.id = p.customer
                     where p.state = 'kept' and p.ended_at >= :since and p.state <> 'open'
                       and (:keeper::uuid is null or p.keeper = :keeper)
                     order by p.ended_at desc
                     limit :limit
                    """)
        .bind("since", since)
        .bind("keeper", keeper)
        .bind("limit", limit)
        .map((row, context) -> item(row))
        .list());
  }

  /// How many are open.
  public int countOpen(@Nullable AgentId keeper) {
    return database.read(tx -> count(tx, keeper));
  }

  /// A page of promises for programs, the latest made first; a state narrows it.
  public List<Promise> page(@Nullable PromiseState state, @Nullable Promise after, int limit) {
    return database.read(tx -> {
      var query = tx.createQuery("""
                      select *
                        from promise
                       where <state> and <after>
                       order by made_at desc, id desc
                       limit :limit
                      """)
          .define("state", state == null ? "true" : "state = :state")
          .define("after", after == null ? "true" : "(made_at, id) < (:afterAt, :afterId)")
          .bind("limit", limit);
      if (state != null) query.bind("state", state.word());
      if (after != null) query.bind("afterAt", after.madeAt()).bind("afterId", after.id());
      return query.map((row, context) -> PromiseStore.promise(row)).list();
    });
  }

  private static int count(Handle tx, @Nullable AgentId keeper) {
    return tx.createQuery("""
            select count(*) from promise
             where state = 'open' and (:keeper::uuid is null or keeper = :keeper)
            """).bind("keeper", keeper).mapTo(Integer.class).one();
  }

  private static Item item(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Item(PromiseStore.promise(row), row.getString("customer_name"));
  }
}
