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
  ///
  /// A letter is about a promise when it told its new time, or when nothing else promised in its
  /// conversation was open then. A customer who wrote anywhere in between has asked.
  public List<Broke> since(Instant since, Slice slice, int limit) {
    return database.read(tx -> PromiseQuery.narrowed(tx.createQuery("""
                    select p.*, told.at as told_at, told.author as told_by,
                           not exists (select 1
                                         from conversation t
                                         join message m on m.conversation = t.id
                                        where t.customer = p.customer and m.direction = 'inbound'
                                          and m.at >= p.broken_at and m.at < told.at) as unasked,
                           not exists (select 1
                                         from conversation t
                                         join message m on m.conversation = t.id
                                        where (t.customer = p.customer or t.id = p.conversation)
                                          and m.direction = 'outbound'
                                          and m.at >= p.broken_at) as unwritten
                      from (
                           select *
                             from promise
                            where broken_at >= :since and <keeper> and <kind>
                            order by broken_at desc, id
                            limit :limit) p
                      left join lateral (
                           select m.at, m.author
                             from message m
                            where m.conversation = p.conversation and m.direction = 'outbound'
                              and m.at >= p.broken_at and m.author is not null
                              and (exists (select 1
                                             from promise_new_time
                                            where promise = p.id and told_in = m.id)
                                   or not exists (select 1
                                             from promise o
                                            where o.conversation = p.conversation and o.id <> p.id
                                              and o.made_at <= m.at
                                              and (o.ended_at is null or o.ended_at >= m.at)))
                            order by m.at
                            limit 1) told on true
                     order by p.broken_at desc, p.id
                    """), slice)
        .bind("since", since)
        .bind("limit", limit)
        .map((row, context) -> broke(row))
        .list());
  }

  private static Broke broke(ResultSet row) throws SQLException {
    return new Broke(PromiseStore.promise(row), told(row), row.getBoolean("unwritten"));
  }

  private static Broke.@Nullable Told told(ResultSet row) throws SQLException {
    var by = Rows.idOrNull(row, "told_by", AgentId::new);
    if (by == null) return null;
    return new Broke.Told(by, Rows.time(row, "told_at"), row.getBoolean("unasked"));
  }
}
