package kept.conversations;

import java.util.List;
import kept.customers.CustomerId;
import kept.platform.Database;
import org.jspecify.annotations.Nullable;

/// Every matter and every word of it in pages, as programs read them.
///
/// A page begins behind the last row of the one before, in an order that never changes: what was
/// there when the first page was read is neither skipped nor told twice, whatever is added
/// meanwhile. Threads may share this object.
public final class Listing {
  /// Found by what was said, by what it is about, or by whom it is with.
  private static final String SAYS = """
      id in (select conversation from message where search @@ to_tsquery('simple', :words)
             union
             select id from conversation where to_tsvector('simple', matter) @@ to_tsquery('simple', :words)
             union
             select c.id from conversation c join customer p on p.id = c.customer
              where to_tsvector('simple', p.name) @@ to_tsquery('simple', :words))""";

  private final Database database;

  public Listing(Database database) {
    this.database = database;
  }

  /// Which conversations a page holds; what is null does not narrow it.
  public record Filter(
      @Nullable State state,
      @Nullable CustomerId customer,
      @Nullable String words) {}

  /// The latest opened first.
  public List<Conversation> conversations(
      Filter filter, @Nullable ConversationId after, int limit) {
    return database.read(tx -> {
      var query = tx.createQuery("""
                      select *
                        from conversation
                       where <state> and <customer> and <words> and <after>
                       order by id desc
                       limit :limit
                      """)
          .define("state", filter.state() == null ? "true" : "state = :state")
          .define("customer", filter.customer() == null ? "true" : "customer = :customer")
          .define("words", filter.words() == null ? "true" : SAYS)
          .define("after", after == null ? "true" : "id < :after")
          .bind("limit", limit);
      if (filter.state() != null) query.bind("state", filter.state().word());
      if (filter.customer() != null) query.bind("customer", filter.customer());
      if (filter.words() != null) query.bind("words", Words.query(filter.words()));
      if (after != null) query.bind("after", after);
      return query.map((row, context) -> ConversationStore.conversation(row)).list();
    });
  }

  /// What was said, the oldest first.
  public List<Message> messages(ConversationId in, @Nullable Message after, int limit) {
    return database.read(tx -> {
      var query = tx.createQuery("""
                      select *
                        from message
                       where conversation = :in and <after>
                       order by at, id
                       limit :limit
                      """)
          .define("after", after == null ? "true" : "(at, id) > (:afterAt, :afterId)")
          .bind("in", in)
          .bind("limit", limit);
      if (after != null) query.bind("afterAt", after.at()).bind("afterId", after.id());
      return query.map((row, context) -> MessageStore.message(row)).list();
    });
  }
}
