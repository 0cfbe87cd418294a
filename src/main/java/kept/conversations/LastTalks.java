package kept.conversations;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kept.customers.CustomerId;
import kept.platform.Database;
import org.jspecify.annotations.Nullable;

/// The last that we heard of people: each with the conversation of theirs that moved last. Threads
/// may share this object.
public final class LastTalks {
  private static final String WITH_LAST_WORDS = """
      select c.*, p.name as customer_name, m.id as message, m.direction, m.channel as message_channel,
             m.author, m.sender, m.at, left(m.words, 200) as words
        from (<picked>) c
        join customer p on p.id = c.customer
        left join lateral (
             select * from message where conversation = c.id order by at desc, id desc limit 1) m on true
       order by c.moved_at desc, c.id desc
      """;

  private final Database database;

  public LastTalks(Database database) {
    this.database = database;
  }

  /// Everybody who ever talked with us, whoever was heard from last in front, from behind `after`.
  public List<Row> ofEverybody(@Nullable Conversation after, int limit) {
    return database.read(tx -> {
      var query = tx.createQuery(WITH_LAST_WORDS)
          .define("picked", """
              select *
                from conversation c
               where <after> and not exists (
                     select 1 from conversation o
                      where o.customer = c.customer and (o.moved_at, o.id) > (c.moved_at, c.id))
                 and not exists (
                     select 1 from customer f where f.id = c.customer and f.forgotten_at is not null)
               order by moved_at desc, id desc
               limit :limit""".replace(
                  "<after>", after == null ? "true" : "(c.moved_at, c.id) < (:afterAt, :afterId)"))
          .bind("limit", limit);
      if (after != null) query.bind("afterAt", after.movedAt()).bind("afterId", after.id());
      return query.map((row, context) -> ConversationStore.row(row)).list();
    });
  }

  public Map<CustomerId, Row> of(Collection<CustomerId> customers) {
    var ids = customers.stream().map(CustomerId::value).toList();
    return database
        .read(tx -> tx.createQuery(WITH_LAST_WORDS)
            .define("picked", """
                select distinct on (customer) *
                  from conversation
                 where customer = any(:ids)
                 order by customer, moved_at desc, id desc""")
            .bindArray("ids", UUID.class, ids)
            .map((row, context) -> ConversationStore.row(row))
            .list())
        .stream()
        .collect(Collectors.toMap(row -> row.conversation().customer(), Function.identity()));
  }
}
