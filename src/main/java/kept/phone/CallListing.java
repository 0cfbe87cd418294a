package kept.phone;

import java.util.List;
import java.util.Optional;
import kept.conversations.ConversationId;
import kept.conversations.Direction;
import kept.customers.CustomerId;
import kept.platform.Database;
import kept.promises.PromiseId;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Every call in pages, as programs read them: the latest first, in an order that never changes;
/// and the one that is behind a promise. Threads may share this object.
public final class CallListing {
  private final Database database;

  public CallListing(Database database) {
    this.database = database;
  }

  /// Which calls a page holds; what is null does not narrow it.
  ///
  /// @param live whether they go on
  public record Filter(
      @Nullable CustomerId customer,
      @Nullable ConversationId conversation,
      @Nullable AgentId agent,
      @Nullable Direction direction,
      @Nullable Outcome outcome,
      @Nullable Carrier carrier,
      @Nullable Boolean live) {
    public static final Filter ALL = new Filter(null, null, null, null, null, null, null);
  }

  /// From behind `after`.
  public List<PhoneCall> page(Filter filter, @Nullable PhoneCall after, int limit) {
    return database.read(tx -> {
      var query = tx.createQuery("""
                      select *
                        from call
                       where <customer> and <conversation> and <agent> and <direction> and <outcome> and <carrier>
                         and <live> and <after>
                       order by began_at desc, id desc
                       limit :limit
                      """)
          .define("customer", filter.customer() == null ? "true" : "customer = :customer")
          .define(
              "conversation",
              filter.conversation() == null ? "true" : "conversation = :conversation")
          .define("agent", filter.agent() == null ? "true" : "agent = :agent")
          .define("direction", filter.direction() == null ? "true" : "direction = :direction")
          .define("outcome", filter.outcome() == null ? "true" : "outcome = :outcome")
          .define("carrier", filter.carrier() == null ? "true" : "carrier = :carrier")
          .define("live", filter.live() == null ? "true" : "(ended_at is null) = :live")
          .define("after", after == null ? "true" : "(began_at, id) < (:afterAt, :afterId)")
          .bind("limit", limit);
      if (filter.customer() != null) query.bind("customer", filter.customer());
      if (filter.conversation() != null) query.bind("conversation", filter.conversation());
      if (filter.agent() != null) query.bind("agent", filter.agent());
      if (filter.direction() != null) query.bind("direction", filter.direction().word());
      if (filter.outcome() != null) query.bind("outcome", filter.outcome().word());
      if (filter.carrier() != null) query.bind("carrier", filter.carrier().word());
      if (filter.live() != null) query.bind("live", filter.live());
      if (after != null) query.bind("afterAt", after.beganAt()).bind("afterId", after.id());
      return query.map((row, context) -> CallStore.call(row)).list();
    });
  }

  /// The call of theirs for which we promised to ring back: the last that came in before.
  public Optional<PhoneCall> before(PromiseId promise) {
    return database.read(tx -> tx.createQuery("""
            select c.*
              from call c
              join promise p on p.id = :promise and p.customer = c.customer
             where c.direction = 'inbound' and c.began_at <= p.made_at
             order by c.began_at desc
             limit 1
            """)
        .bind("promise", promise)
        .map((row, context) -> CallStore.call(row))
        .findOne());
  }
}
