package kept.phone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kept.conversations.ContactId;
import kept.conversations.ConversationId;
import kept.conversations.Direction;
import kept.customers.CustomerId;
import kept.customers.VerificationLevel;
import kept.platform.Rows;
import kept.promises.PromiseId;
import kept.team.AgentId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `call`.
final class CallStore {
  void insert(Handle tx, PhoneCall call) {
    tx.createUpdate("""
            insert into call (id, direction, line, number, sureness, customer, conversation, contact, about, began_at)
            values (:id, :direction, :line, :number, :sureness, :customer, :conversation, :contact, :about, :began)
            """)
        .bind("id", call.id())
        .bind("direction", call.direction().word())
        .bindByType("line", call.line() == null ? null : call.line().value(), UUID.class)
        .bind("number", call.number())
        .bind("sureness", call.sureness())
        .bind("customer", call.customer())
        .bind("conversation", call.conversation())
        .bind("contact", call.contact())
        .bindByType("about", call.about() == null ? null : call.about().value(), UUID.class)
        .bind("began", call.beganAt())
        .execute();
  }

  /// One that is over, and that nobody's line carried.
  void insertHad(Handle tx, PhoneCall call) {
    tx.createUpdate("""
            insert into call (id, direction, number, sureness, customer, conversation, contact, agent,
                              began_at, answered_at, talked_at, ended_at, outcome, carrier)
            values (:id, :direction, :number, :sureness, :customer, :conversation, :contact, :agent,
                    :began, :began, :began, :ended, :outcome, :carrier)
            """)
        .bind("id", call.id())
        .bind("direction", call.direction().word())
        .bind("number", call.number())
        .bind("sureness", call.sureness())
        .bind("customer", call.customer())
        .bind("conversation", call.conversation())
        .bind("contact", call.contact())
        .bind("agent", call.agent())
        .bind("began", call.beganAt())
        .bind("ended", call.endedAt())
        .bind("outcome", Outcome.TALKED.word())
        .bind("carrier", call.carrier().word())
        .execute();
  }

  void rang(Handle tx, CallId id, Instant at) {
    tx.createUpdate("update call set rang_at = :at where id = :id and rang_at is null")
        .bind("id", id)
        .bind("at", at)
        .execute();
  }

  void answered(Handle tx, CallId id, Instant at) {
    tx.createUpdate("update call set answered_at = :at where id = :id and answered_at is null")
        .bind("id", id)
        .bind("at", at)
        .execute();
  }

  /// True for the first person that they hear.
  boolean talks(Handle tx, CallId id, AgentId agent, Instant at) {
    return tx.createQuery("""
            with before as (select id, talked_at from call where id = :id for update)
            update call c
               set agent = :agent, talked_at = coalesce(c.talked_at, :at), answered_at = coalesce(c.answered_at, :at)
              from before
             where c.id = before.id
            returning before.talked_at is null
            """)
        .bind("id", id)
        .bind("agent", agent)
        .bind("at", at)
        .mapTo(Boolean.class)
        .one();
  }

  /// Nobody else ends it before the running transaction does.
  PhoneCall locked(Handle tx, CallId id) {
    return tx.createQuery("select * from call where id = :id for update")
        .bind("id", id)
        .map((row, context) -> call(row))
        .one();
  }

  void end(Handle tx, CallId id, Outcome outcome, @Nullable PromiseId promise, Instant at) {
    tx.createUpdate("""
            update call set ended_at = :at, outcome = :outcome, promise = :promise where id = :id
            """)
        .bind("id", id)
        .bind("outcome", outcome.word())
        .bindByType("promise", promise == null ? null : promise.value(), UUID.class)
        .bind("at", at)
        .execute();
  }

  /// Who waited in line and hung up, the first one first.
  List<PhoneCall> queuedSince(Handle tx, Instant from) {
    return tx.createQuery("""
            select * from call
             where queued_at is not null and promise is not null and began_at >= :from
             order by began_at
            """)
        .bind("from", from)
        .map((row, context) -> call(row))
        .list();
  }

  void seen(Handle tx, Collection<CallId> ids, Instant at) {
    tx.createUpdate("update call set seen_at = :at where id = any(:ids) and ended_at is null")
        .bindArray("ids", UUID.class, ids.stream().map(CallId::value).toList())
        .bind("at", at)
        .execute();
  }

  /// When a process last said that it has this call, else when it began.
  Instant seenAt(Handle tx, CallId id) {
    return tx.createQuery(
            "select greatest(seen_at, talked_at, answered_at, rang_at, began_at) from call where id = :id")
        .bind("id", id)
        .map((row, context) -> Rows.time(row, "greatest"))
        .one();
  }

  boolean wrapUp(Handle tx, CallId id, Instant at) {
    return tx.createUpdate(
                "update call set wrapped_up_at = :at where id = :id and wrapped_up_at is null")
            .bind("id", id)
            .bind("at", at)
            .execute()
        > 0;
  }

  void recorded(Handle tx, CallId id, String file) {
    tx.createUpdate("update call set recording = :file where id = :id")
        .bind("id", id)
        .bind("file", file)
        .execute();
  }

  Optional<PhoneCall> find(Handle tx, CallId id) {
    return tx.createQuery("select * from call where id = :id")
        .bind("id", id)
        .map((row, context) -> call(row))
        .findOne();
  }

  List<PhoneCall> live(Handle tx) {
    return tx.createQuery("select * from call where ended_at is null order by began_at")
        .map((row, context) -> call(row))
        .list();
  }

  int countLive(Handle tx) {
    return tx.createQuery("select count(*) from call where ended_at is null")
        .mapTo(Integer.class)
        .one();
  }

  List<PhoneCall> in(Handle tx, Collection<ConversationId> conversations) {
    return tx.createQuery("select * from call where conversation = any(:ids) order by began_at")
        .bindArray(
            "ids", UUID.class, conversations.stream().map(ConversationId::value).toList())
        .map((row, context) -> call(row))
        .list();
  }

  CallEffort effort(Handle tx, CallId id) {
    return tx.createQuery("select * from call where id = :id")
        .bind("id", id)
        .map((row, context) -> new CallEffort(
            row.getInt("keys"),
            row.getInt("holds"),
            row.getInt("hold_seconds"),
            row.getInt("hand_overs"),
            row.getInt("warm_hand_overs")))
        .one();
  }

  List<PhoneCall> about(Handle tx, PromiseId promise) {
    return tx.createQuery("select * from call where about = :promise order by began_at")
        .bind("promise", promise)
        .map((row, context) -> call(row))
        .list();
  }

  /// The latest first, from behind `after`.
  List<PhoneCall> page(Handle tx, @Nullable PhoneCall after, int limit) {
    var query = tx.createQuery("""
            select * from call where <after> order by began_at desc, id desc limit :limit
            """)
        .define("after", after == null ? "true" : "(began_at, id) < (:afterAt, :afterId)")
        .bind("limit", limit);
    if (after != null) query.bind("afterAt", after.beganAt()).bind("afterId", after.id());
    return query.map((row, context) -> call(row)).list();
  }

  private static @Nullable Wave wave(@Nullable String written) {
    return written == null ? null : Wave.of(written);
  }

  static PhoneCall call(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    return new PhoneCall(
        Rows.id(row, "id", CallId::new),
        Direction.of(row.getString("direction")),
        Rows.idOrNull(row, "line", LineId::new),
        row.getString("number"),
        VerificationLevel.valueOf(row.getString("sureness")),
        Rows.id(row, "customer", CustomerId::new),
        Rows.id(row, "conversation", ConversationId::new),
        Rows.id(row, "contact", ContactId::new),
        Rows.idOrNull(row, "agent", AgentId::new),
        Rows.time(row, "began_at"),
        Rows.instant(row, "rang_at"),
        Rows.instant(row, "answered_at"),
        Rows.instant(row, "queued_at"),
        Rows.instant(row, "talked_at"),
        Rows.instant(row, "ended_at"),
        outcome == null ? null : Outcome.of(outcome),
        row.getString("recording"),
        Rows.idOrNull(row, "promise", PromiseId::new),
        Rows.idOrNull(row, "about", PromiseId::new),
        row.getInt("keys"),
        Rows.instant(row, "wrapped_up_at"),
        Carrier.of(row.getString("carrier")),
        new PhoneCall.Tape(wave(row.getString("wave")), Rows.instant(row, "recording_lost_at")));
  }
}
