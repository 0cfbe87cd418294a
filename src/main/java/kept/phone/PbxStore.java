package kept.phone;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kept.platform.Rows;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `pbx_call`, and of what only calls of that kind have on `call`.
final class PbxStore {
  /// What is known of a call under its name there.
  ///
  /// @param answeredBy whoever took it, as that system calls them; empty where it does not say
  record Known(
      String name,
      @Nullable CallId call,
      @Nullable String answeredBy,
      @Nullable Instant answeredAt,
      @Nullable Instant endedAt) {

    /// The same with what is news. Whoever hung up after an answering number was named had talked.
    Known after(PbxNews news, @Nullable CallId begun, Instant now) {
      var hangup = news.kind() == PbxNews.Kind.HANGUP;
      var answers = news.kind() == PbxNews.Kind.ANSWER || (hangup && news.user() != null);
      var by = news.user() == null ? "" : news.user();
      return new Known(
          name,
          begun,
          answers && (answeredBy == null || !hangup) ? by : answeredBy,
          answers && answeredAt == null ? now : answeredAt,
          hangup && endedAt == null ? now : endedAt);
    }
  }

  /// Its row, which nobody else changes before the running transaction ends.
  Known locked(Handle tx, String name, Instant now) {
    return tx.createQuery("""
            insert into pbx_call (name, heard_at) values (:name, :now)
                on conflict (name) do update set heard_at = :now
            returning *
            """)
        .bind("name", name)
        .bind("now", now)
        .map((row, context) -> new Known(
            row.getString("name"),
            Rows.idOrNull(row, "call", CallId::new),
            row.getString("answered_by"),
            Rows.instant(row, "answered_at"),
            Rows.instant(row, "ended_at")))
        .one();
  }

  void write(Handle tx, Known known) {
    tx.createUpdate("""
            update pbx_call
               set call = :call, answered_by = :by, answered_at = :answered, ended_at = :ended
             where name = :name
            """)
        .bind("name", known.name())
        .bindByType("call", known.call() == null ? null : known.call().value(), UUID.class)
        .bind("by", known.answeredBy())
        .bind("answered", known.answeredAt())
        .bind("ended", known.endedAt())
        .execute();
  }

  void carries(Handle tx, CallId id) {
    tx.createUpdate("update call set carrier = 'pbx' where id = :id")
        .bind("id", id)
        .execute();
  }

  /// True for the first person that they hear.
  boolean taken(Handle tx, CallId id, Instant at) {
    return tx.createUpdate("""
            update call set talked_at = :at, answered_at = coalesce(answered_at, :at)
             where id = :id and talked_at is null
            """).bind("id", id).bind("at", at).execute() == 1;
  }

  /// Calls whose end we were never told of.
  List<PhoneCall> begunBefore(Handle tx, Instant limit) {
    return tx.createQuery("""
            select * from call where ended_at is null and carrier = 'pbx' and began_at < :limit order by began_at
            """)
        .bind("limit", limit)
        .map((row, context) -> CallStore.call(row))
        .list();
  }

  void forgetBefore(Handle tx, Instant limit) {
    tx.createUpdate("delete from pbx_call where heard_at < :limit")
        .bind("limit", limit)
        .execute();
  }
}
