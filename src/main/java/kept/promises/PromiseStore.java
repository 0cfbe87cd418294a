package kept.promises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.conversations.MessageId;
import kept.customers.CustomerId;
import kept.platform.Id;
import kept.platform.NotFound;
import kept.platform.Rows;
import kept.team.AgentId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `promise` and `promise_new_time` that changes them or finds one.
final class PromiseStore {
  void insert(Handle tx, Promise promise) {
    tx.createUpdate("""
            insert into promise (id, conversation, customer, what, kind, keeper, second, made_by, made_at, made_on, due_at, nudge_at)
            values (:id, :conversation, :customer, :what, :kind, :keeper, :second, :madeBy, :madeAt, :madeOn, :dueAt, :nudgeAt)
            """)
        .bind("id", promise.id())
        .bind("conversation", promise.conversation())
        .bind("customer", promise.customer())
        .bind("what", promise.what())
        .bind("kind", promise.kind().word())
        .bind("keeper", promise.keeper())
        .bind("second", promise.second())
        .bind("madeBy", promise.madeBy())
        .bind("madeAt", promise.madeAt())
        .bind("madeOn", promise.madeOn().word())
        .bind("dueAt", promise.dueAt())
        .bind("nudgeAt", promise.nudgeAt())
        .execute();
  }

  Optional<Promise> promise(Handle tx, PromiseId id) {
    return tx.createQuery("select * from promise where id = :id")
        .bind("id", id)
        .map((row, context) -> promise(row))
        .findOne();
  }

  /// Nobody else changes it before this transaction ends.
  Promise locked(Handle tx, PromiseId id) {
    return tx.createQuery("select * from promise where id = :id for update")
        .bind("id", id)
        .map((row, context) -> promise(row))
        .findOne()
        .orElseThrow(() -> new NotFound("There is no such promise."));
  }

  List<Promise> in(Handle tx, Collection<ConversationId> conversations) {
    return tx.createQuery(
            "select * from promise where conversation = any(:ids) order by due_at, id")
        .bindArray("ids", UUID.class, values(conversations))
        .map((row, context) -> promise(row))
        .list();
  }

  List<Promise> to(Handle tx, CustomerId customer) {
    return tx.createQuery(
            "select * from promise where customer = :customer order by made_at desc limit 200")
        .bind("customer", customer)
        .map((row, context) -> promise(row))
        .list();
  }

  List<Promise> open(Handle tx) {
    return tx.createQuery("select * from promise where state = 'open' order by due_at, id")
        .map((row, context) -> promise(row))
        .list();
  }

  List<Promise> openKeptBy(Handle tx, AgentId keeper) {
    return tx.createQuery(
            "select * from promise where keeper = :keeper and state = 'open' order by due_at for update")
        .bind("keeper", keeper)
        .map((row, context) -> promise(row))
        .list();
  }

  void end(
      Handle tx,
      PromiseId id,
      PromiseState state,
      @Nullable AgentId by,
      Instant now,
      @Nullable String reason) {
    tx.createUpdate("""
            update promise
               set state = :state, ended_at = :now, ended_by = :by, release_reason = :reason,
                   at_risk_since = null, risk_reason = null, risk_seen = false
             where id = :id and state = 'open'
            """)
        .bind("id", id)
        .bind("state", state.word())
        .bind("now", now)
        .bindByType("by", by, AgentId.class)
        .bind("reason", reason)
        .execute();
  }

  /// Of these, the ones that were not broken before.
  List<PromiseBroken> breakThem(Handle tx, Collection<Promise> late) {
    return tx.createQuery("""
            update promise
               set broken_at = due_at
             where id = any(:ids) and state = 'open' and broken_at is null
            returning id, conversation, due_at
            """)
        .bindArray("ids", UUID.class, values(late.stream().map(Promise::id).toList()))
        .map((row, context) -> new PromiseBroken(
            Rows.id(row, "id", PromiseId::new),
            Rows.id(row, "conversation", ConversationId::new),
            Rows.time(row, "due_at")))
        .list();
  }

  void move(Handle tx, NewTime move) {
    tx.createUpdate("""
            insert into promise_new_time (id, promise, from_due, to_due, agreed_at, agreed_by, told_in)
            values (:id, :promise, :from, :to, :at, :by, :toldIn)
            """)
        .bind("id", Id.fresh())
        .bind("promise", move.promise())
        .bind("from", move.fromDue())
        .bind("to", move.toDue())
        .bind("at", move.agreedAt())
        .bind("by", move.agreedBy())
        .bind("toldIn", move.toldIn())
        .execute();
    tx.createUpdate(
            "update promise set due_at = :to, at_risk_since = null, risk_reason = null, risk_seen = false where id = :promise")
        .bind("promise", move.promise())
        .bind("to", move.toDue())
        .execute();
  }

  List<NewTime> newTimes(Handle tx, Collection<PromiseId> promises) {
    return tx.createQuery(
            "select * from promise_new_time where promise = any(:ids) order by agreed_at")
        .bindArray("ids", UUID.class, values(promises))
        .map((row, context) -> new NewTime(
            Rows.id(row, "promise", PromiseId::new),
            Rows.time(row, "from_due"),
            Rows.time(row, "to_due"),
            Rows.time(row, "agreed_at"),
            Rows.id(row, "agreed_by", AgentId::new),
            Rows.id(row, "told_in", MessageId::new)))
        .list();
  }

  /// A risk was the old keeper's, so it goes with them. Who stands in gives it back with the
  /// second that it had, if that one is still on the team.
  void handTo(
      Handle tx,
      PromiseId id,
      AgentId keeper,
      @Nullable AgentId second,
      @Nullable AgentId standsInFor) {
    tx.createUpdate("""
            update promise
               set keeper = :keeper, stands_in_for = :standsInFor,
                   second = case when stands_in_for = :keeper then coalesce(second_on_return, :second) else :second end,
                   second_on_return = case
                        when :standsInFor::uuid is null then null
                        when stands_in_for is null then second
                        else second_on_return end,
                   at_risk_since = null, risk_reason = null, risk_seen = false
             where id = :id
            """)
        .bind("id", id)
        .bind("keeper", keeper)
        .bind("second", second)
        .bind("standsInFor", standsInFor)
        .execute();
  }

  void nudgeAt(Handle tx, PromiseId id, Instant nudge) {
    tx.createUpdate("update promise set nudge_at = :nudge where id = :id")
        .bind("id", id)
        .bind("nudge", nudge)
        .execute();
  }

  /// `seen`: Kept found out by itself, and takes it back when it is no longer so.
  void atRisk(Handle tx, PromiseId id, String reason, boolean seen, Instant now) {
    tx.createUpdate("""
            update promise
               set at_risk_since = coalesce(at_risk_since, :now), risk_reason = :reason, risk_seen = :seen
             where id = :id
            """)
        .bind("id", id)
        .bind("reason", reason)
        .bind("seen", seen)
        .bind("now", now)
        .execute();
  }

  void riskOver(Handle tx, PromiseId id) {
    tx.createUpdate(
            "update promise set at_risk_since = null, risk_reason = null, risk_seen = false where id = :id")
        .bind("id", id)
        .execute();
  }

  private static List<UUID> values(Collection<? extends Id> ids) {
    return ids.stream().map(Id::value).toList();
  }

  static Promise promise(ResultSet row) throws SQLException {
    return new Promise(
        Rows.id(row, "id", PromiseId::new),
        Rows.id(row, "conversation", ConversationId::new),
        Rows.id(row, "customer", CustomerId::new),
        row.getString("what"),
        Kind.of(row.getString("kind")),
        Rows.id(row, "keeper", AgentId::new),
        Rows.idOrNull(row, "second", AgentId::new),
        Rows.id(row, "made_by", AgentId::new),
        Rows.time(row, "made_at"),
        Channel.of(row.getString("made_on")),
        Rows.time(row, "due_at"),
        PromiseState.of(row.getString("state")),
        Rows.instant(row, "ended_at"),
        row.getString("release_reason"),
        Rows.instant(row, "broken_at"),
        row.getString("risk_reason"),
        row.getBoolean("risk_seen"),
        Rows.time(row, "nudge_at"),
        Rows.idOrNull(row, "stands_in_for", AgentId::new));
  }
}
