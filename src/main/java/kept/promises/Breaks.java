package kept.promises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import kept.platform.Database;
import kept.platform.Rows;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// What broke, looked back at. Threads may share this object.
public final class Breaks {
  private final Database database;

  public Breaks(Database database) {
    this.database = database;
  }

  /// Promises that broke from `since` on, whatever became of them, the latest first.
  public List<Broke> since(Instant since, Slice slice, int limit) {
    return database.read(tx -> PromiseQuery.narrowed(tx.createQuery("""
                    select p.*, c.name as customer_name, told.at as told_at, told.author as told_by,
                           not exists (select 1
                                         from message
                                        where conversation = p.conversation and direction = 'inbound'
                                          and at >= p.broken_at and at < told.at) as unasked
                      from (
                           select *
                             from promise
                            where broken_at >= :since and <keeper> and <kind>
                            order by broken_at desc, id
                            limit :limit) p
                      join customer c on c.id = p.customer
                      left join lateral (
                           select at, author
                             from message
                            where conversation = p.conversation and direction = 'outbound'
                              and at >= p.broken_at
                            order by at
                            limit 1) told on true
                     order by p.broken_at desc, p.id
                    """), slice)
        .bind("since", since)
        .bind("limit", limit)
        .map((row, context) -> broke(row))
        .list());
  }

  private static Broke broke(ResultSet row) throws SQLException {
    return new Broke(PromiseStore.promise(row), row.getString("customer_name"), told(row));
  }

  private static Broke.@Nullable Told told(ResultSet row) throws SQLException {
    var by = Rows.idOrNull(row, "told_by", AgentId::new);
    if (by == null) return null;
    return new Broke.Told(by, Rows.time(row, "told_at"), row.getBoolean("unasked"));
  }
}
