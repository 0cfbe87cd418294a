package kept.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kept.customers.CustomerId;
import kept.platform.Rows;
import kept.team.AgentId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// All SQL of `conversation`.
final class ConversationStore {
  /// How many conversations are asked for a word one by one: a few milliseconds, in vain or not.
  private static final int NEARBY = 200;

  void insert(Handle tx, Conversation conversation) {
    tx.createUpdate("""
            insert into conversation (id, customer, matter, state, address_token, agent, channel, opened_at, moved_at)
            values (:id, :customer, :matter, 'open', :token, :agent, :channel, :openedAt, :openedAt)
            """)
        .bind("id", conversation.id())
        .bind("customer", conversation.customer())
        .bind("matter", conversation.matter())
        .bind("token", conversation.addressToken())
        .bind("agent", conversation.agent())
        .bind("channel", conversation.channel().word())
        .bind("openedAt", conversation.openedAt())
        .execute();
  }

  void lock(Handle tx, ConversationId id) {
    tx.execute("select 1 from conversation where id = ? for update", id.value());
  }

  Optional<Conversation> conversation(Handle tx, ConversationId id) {
    return one(tx.createQuery("select * from conversation where id = :id").bind("id", id));
  }

  Optional<Conversation> withAddressToken(Handle tx, String token) {
    var query = "select * from conversation where address_token = :token";
    return one(tx.createQuery(query).bind("token", token));
  }

  private static Optional<Conversation> one(Query query) {
    return query.map((row, context) -> conversation(row)).findOne();
  }

  /// Words are looked for in what moved last, and everywhere only when that is not enough.
  List<Row> list(Handle tx, Which which, @Nullable Conversation after, int limit) {
    if (which.words() == null) return rows(listed(tx, which, after, limit).define("words", "true"));
    var words = Words.query(which.words());
    var since = movedAtOfNth(tx, which, after, NEARBY);
    var nearby = rows(listed(tx, which, after, limit)
        .define("words", Words.SAYS_NEARBY)
        .bind("words", words)
        .bind("since", since.orElse(Instant.EPOCH)));
    if (nearby.size() == limit || since.isEmpty()) return nearby;
    return rows(
        listed(tx, which, after, limit).define("words", Words.SAYS_ANYWHERE).bind("words", words));
  }

  private static List<Row> rows(Query query) {
    return query.map((row, context) -> row(row)).list();
  }

  private static Query listed(Handle tx, Which which, @Nullable Conversation after, int limit) {
    return narrowed(tx.createQuery("""
                select c.*, p.name as customer_name, m.id as message, m.direction, m.channel as message_channel,
                       m.author, m.sender, m.at, left(m.words, 200) as words
                  from (
                       select *
                         from conversation
                        where <group> and <mine> and <customer> and <words> and <after>
                        order by moved_at desc, id desc
                        limit :limit) c
                  join customer p on p.id = c.customer
                  left join lateral (
                       select * from message where conversation = c.id order by at desc, id desc limit 1) m on true
                 order by c.moved_at desc, c.id desc
                """).bind("limit", limit), which, after);
  }

  /// Empty when there are not so many.
  private static Optional<Instant> movedAtOfNth(
      Handle tx, Which which, @Nullable Conversation after, int nth) {
    return narrowed(tx.createQuery("""
                select moved_at
                  from conversation
                 where <group> and <mine> and <customer> and <after>
                 order by moved_at desc, id desc
                offset :nth limit 1
                """).bind("nth", nth), which, after)
        .mapTo(Instant.class)
        .findOne();
  }

  /// Each narrowing is a whole condition of its own, so that the planner sees one of the partial
  /// indexes when the statement is planned with its values.
  private static Query narrowed(Query query, Which which, @Nullable Conversation after) {
    query
        .define("group", group(which))
        .define("mine", which.mine() == null ? "true" : "agent = :mine")
        .define("customer", which.customer() == null ? "true" : "customer = :customer")
        .define("after", after == null ? "true" : "(moved_at, id) < (:afterAt, :afterId)");
    if (which.mine() != null) query.bind("mine", which.mine());
    if (which.customer() != null) query.bind("customer", which.customer());
    if (after != null) query.bind("afterAt", after.movedAt()).bind("afterId", after.id());
    return query;
  }

  Conversations.Counts counts(Handle tx, AgentId mine) {
    return tx.createQuery("""
            select (select count(*) from conversation where state in ('open', 'waiting')) as open,
                   (select count(*) from conversation where state in ('open', 'waiting') and agent = :mine) as mine,
                   (select count(*) from conversation where waiting_since is not null) as waiting
            """)
        .bind("mine", mine)
        .map((row, context) ->
            new Conversations.Counts(row.getInt("open"), row.getInt("mine"), row.getInt("waiting")))
        .one();
  }

  void rename(Handle tx, ConversationId id, String matter) {
    tx.createUpdate("update conversation set matter = :matter where id = :id")
        .bind("id", id)
        .bind("matter", matter)
        .execute();
  }

  void handOver(Handle tx, ConversationId id, AgentId to) {
    tx.createUpdate("update conversation set agent = :to where id = :id")
        .bind("id", id)
        .bind("to", to)
        .execute();
  }

  /// They spoke: it is open, whatever it was, and somebody waits. True when that reopened it.
  boolean heard(Handle tx, ConversationId id, Instant at) {
    return tx.createQuery("""
            with before as (select id, state from conversation where id = :id for update)
            update conversation c
               set state = 'open',
                   moved_at = greatest(moved_at, :at),
                   waiting_since = coalesce(waiting_since, :at),
                   resolved_at = null,
                   reopened_at = case when before.state in ('confirmed', 'lapsed') then :at else reopened_at end
              from before
             where c.id = before.id
            returning before.state in ('confirmed', 'lapsed')
            """)
        .bind("id", id)
        .bind("at", at)
        .mapTo(Boolean.class)
        .one();
  }

  /// Something came that nobody waits behind: a receipt, a list's letter.
  void touched(Handle tx, ConversationId id, Instant at) {
    tx.createUpdate("update conversation set moved_at = greatest(moved_at, :at) where id = :id")
        .bind("id", id)
        .bind("at", at)
        .execute();
  }

  /// We answered: nobody waits, and whoever answered first is on it.
  void answered(Handle tx, ConversationId id, AgentId by, Instant at) {
    tx.createUpdate("""
            update conversation
               set moved_at = greatest(moved_at, :at), waiting_since = null, agent = coalesce(agent, :by)
             where id = :id
            """).bind("id", id).bind("by", by).bind("at", at).execute();
  }

  /// Moves it to another state if it is in one of these; false when it is not.
  boolean move(Handle tx, ConversationId id, List<State> from, State to, Instant at) {
    return tx.createUpdate("""
                update conversation
                   set state = :to,
                       moved_at = greatest(moved_at, :at),
                       resolved_at = case when :to = 'waiting' then :at when :to = 'open' then null else resolved_at end,
                       reopened_at = case when :to = 'open' then :at else reopened_at end,
                       confirmed_at = case when :to = 'confirmed' then :at else confirmed_at end,
                       lapsed_at = case when :to = 'lapsed' then :at else lapsed_at end,
                       waiting_since = case when :to = 'open' then coalesce(waiting_since, :at) end
                 where id = :id and state = any(:from)
                """)
            .bind("id", id)
            .bind("to", to.word())
            .bindArray("from", String.class, from.stream().map(State::word).toList())
            .bind("at", at)
            .execute()
        == 1;
  }

  private static String group(Which which) {
    if (which.group() == null) return "true";
    return switch (which.group()) {
      case OPEN -> "state in ('open', 'waiting')";
      case DONE -> "state in ('confirmed', 'lapsed')";
    };
  }

  static Row row(ResultSet row) throws SQLException {
    var conversation = conversation(row);
    var message = Rows.idOrNull(row, "message", MessageId::new);
    if (message == null) return new Row(conversation, row.getString("customer_name"), null);
    var last = new Message(
        message,
        conversation.id(),
        Direction.of(row.getString("direction")),
        Channel.of(row.getString("message_channel")),
        Rows.idOrNull(row, "author", AgentId::new),
        row.getString("sender"),
        Rows.time(row, "at"),
        row.getString("words"),
        null,
        null);
    return new Row(conversation, row.getString("customer_name"), last);
  }

  static Conversation conversation(ResultSet row) throws SQLException {
    return new Conversation(
        Rows.id(row, "id", ConversationId::new),
        Rows.id(row, "customer", CustomerId::new),
        row.getString("matter"),
        State.of(row.getString("state")),
        row.getString("address_token"),
        Rows.idOrNull(row, "agent", AgentId::new),
        Channel.of(row.getString("channel")),
        Rows.time(row, "opened_at"),
        Rows.time(row, "moved_at"),
        Rows.instant(row, "waiting_since"),
        Rows.instant(row, "resolved_at"),
        Rows.instant(row, "reopened_at"),
        Rows.instant(row, "confirmed_at"),
        Rows.instant(row, "lapsed_at"));
  }
}
