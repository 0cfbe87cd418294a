package kept.promises;

import java.util.List;
import kept.conversations.ConversationId;
import kept.platform.Database;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Every promise in pages, as programs read them: in an order that never changes, so that what was
/// there when the first page was read is neither skipped nor told twice. Threads may share this
/// object.
public final class PromiseListing {
  private final Database database;

  public PromiseListing(Database database) {
    this.database = database;
  }

  /// Which promises a page holds; what is null does not narrow it.
  public record Filter(
      @Nullable PromiseState state,
      @Nullable AgentId keeper,
      @Nullable ConversationId conversation) {}

  /// The latest made first, from behind `after`.
  public List<Promise> page(Filter filter, @Nullable Promise after, int limit) {
    return database.read(tx -> {
      var query = tx.createQuery("""
                      select *
                        from promise
                       where <state> and <keeper> and <conversation> and <after>
                       order by made_at desc, id desc
                       limit :limit
                      """)
          .define("state", filter.state() == null ? "true" : "state = :state")
          .define("keeper", filter.keeper() == null ? "true" : "keeper = :keeper")
          .define(
              "conversation",
              filter.conversation() == null ? "true" : "conversation = :conversation")
          .define("after", after == null ? "true" : "(made_at, id) < (:afterAt, :afterId)")
          .bind("limit", limit);
      if (filter.state() != null) query.bind("state", filter.state().word());
      if (filter.keeper() != null) query.bind("keeper", filter.keeper());
      if (filter.conversation() != null) query.bind("conversation", filter.conversation());
      if (after != null) query.bind("afterAt", after.madeAt()).bind("afterId", after.id());
      return query.map((row, context) -> PromiseStore.promise(row)).list();
    });
  }
}
