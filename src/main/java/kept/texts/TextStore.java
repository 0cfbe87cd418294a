package kept.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kept.conversations.MessageId;
import kept.platform.DeliveryId;
import kept.platform.Json;
import kept.platform.PhoneNumbers;
import kept.platform.Rows;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// All SQL of `text_stop`, `text_in` and `text_report`.
final class TextStore {
  /// A text as it came, not yet on a timeline.
  record Raw(String sid, JsonNode fields, Instant cameAt) {
    String field(String name) {
      return fields.path(name).asString("");
    }

    /// Whose it is: in E.164, or as it came where it is no such number.
    String number() {
      var from = field("From");
      return PhoneNumbers.e164(from, PhoneNumbers.region(field("To"))).orElse(from);
    }
  }

  /// The last word on a text of ours.
  record Report(String status, @Nullable String code) {}

  /// False when it is here already.
  boolean keep(Handle tx, String sid, Map<String, String> fields, Instant now) {
    return tx.createUpdate("""
            insert into text_in (sid, fields, came_at)
            values (:sid, :fields::jsonb, :now)
                on conflict (sid) do nothing
            """)
            .bind("sid", sid)
            .bind("fields", Json.write(fields))
            .bind("now", now)
            .execute()
        == 1;
  }

  /// The oldest first; one that somebody reads at this moment is passed by.
  Optional<String> unread(Handle tx) {
    return tx.createQuery("""
            select sid from text_in
             where filed_at is null
             order by tries, came_at
             limit 1
               for update skip locked
            """).mapTo(String.class).findOne();
  }

  /// As it came, for whoever files it; none when somebody has.
  Optional<Raw> locked(Handle tx, String sid) {
    return tx.createQuery("select * from text_in where sid = :sid and filed_at is null for update")
        .bind("sid", sid)
        .map((row, context) -> raw(row))
        .findOne();
  }

  void tried(Handle tx, String sid) {
    tx.createUpdate("update text_in set tries = tries + 1 where sid = :sid")
        .bind("sid", sid)
        .execute();
  }

  /// It is on a timeline now, and its words are kept there.
  void filed(Handle tx, String sid, MessageId message, Instant now) {
    tx.createUpdate("""
            update text_in set filed_at = :now, message = :message, fields = '{}' where sid = :sid
            """)
        .bind("sid", sid)
        .bind("message", message)
        .bind("now", now)
        .execute();
  }

  /// That were tried in vain and that nobody tries at this moment. One that has just come will be
  /// from somebody new.
  List<Raw> unfiled(Handle tx) {
    return tx.createQuery("""
            select * from text_in where filed_at is null and tries > 0 for update skip locked
            """).map((row, context) -> raw(row)).list();
  }

  void forget(Handle tx, List<Raw> texts) {
    tx.createUpdate("delete from text_in where sid = any(:sids)")
        .bindArray("sids", String.class, texts.stream().map(Raw::sid).toList())
        .execute();
  }

  int forgetUnfiledBefore(Handle tx, Instant limit) {
    return tx.createUpdate("""
            delete from text_in
             where sid in (
                   select sid from text_in
                    where filed_at is null and tries > 0 and came_at < :limit
                      for update skip locked)
            """).bind("limit", limit).execute();
  }

  void stop(Handle tx, String number, Instant now) {
    tx.createUpdate("""
            insert into text_stop (number, stopped_at) values (:number, :now) on conflict do nothing
            """).bind("number", number).bind("now", now).execute();
  }

  void start(Handle tx, String number) {
    tx.createUpdate("delete from text_stop where number = :number")
        .bind("number", number)
        .execute();
  }

  boolean isStopped(Handle tx, String number) {
    return tx.createQuery("select exists (select 1 from text_stop where number = :number)")
        .bind("number", number)
        .mapTo(Boolean.class)
        .one();
  }

  /// Reports overtake each other: a later stage stays.
  boolean report(Handle tx, DeliveryId id, Report report, List<String> earlier, Instant now) {
    return tx.createUpdate("""
            insert into text_report (delivery, status, code, at)
            values (:id, :status, :code, :now)
                on conflict (delivery) do update
               set status = :status, code = :code, at = :now
             where text_report.status = any(:earlier)
            """)
            .bind("id", id)
            .bind("status", report.status())
            .bind("code", report.code())
            .bindArray("earlier", String.class, earlier)
            .bind("now", now)
            .execute()
        == 1;
  }

  Optional<Report> reportOf(Handle tx, DeliveryId id) {
    return tx.createQuery("select status, code from text_report where delivery = :id")
        .bind("id", id)
        .map((row, context) -> new Report(row.getString("status"), row.getString("code")))
        .findOne();
  }

  boolean isDelivery(Handle tx, UUID id) {
    return tx.createQuery("select exists (select 1 from delivery where id = :id)")
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }

  private static Raw raw(ResultSet row) throws SQLException {
    return new Raw(
        row.getString("sid"), Json.read(row.getString("fields")), Rows.time(row, "came_at"));
  }
}
