package kept.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The append-only log of facts. A change is a transaction, and its event is in it.
///
/// At once the audit trail, the feed of webhooks and live pages, and the wake-up of other processes
/// (channel `kept_event`). Listeners hear a fact either inside its transaction ([#within]), where
/// they may refuse it, or after its commit (see [Listeners]). Threads may share this object once
/// wired.
public final class Events {
  public static final String CHANNEL = "kept_event";
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private final Database database;
  private final InstantSource clock;
  private final List<Within<?>> within = new ArrayList<>();

  public Events(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Writes a fact into the running transaction. `actor` is who did it; none is Kept itself.
  public void publish(@Nullable Id actor, Event event) {
    publish(actor, List.of(event));
  }

  /// Writes facts into the running transaction, in this order and all at once.
  public void publish(@Nullable Id actor, List<? extends Event> facts) {
    if (facts.isEmpty()) return;
    facts.forEach(Events::refuseWords);
    write(actor, facts);
    for (var fact : facts) within.forEach(listener -> listener.hear(actor, fact));
  }

  private void write(@Nullable Id actor, List<? extends Event> facts) {
    database
        .currentTransaction()
        .createUpdate("""
            with written as (
                 insert into event (at, kind, subject, actor, facts)
                 select :at, kind, subject, :actor, facts::jsonb
                   from unnest(:kinds, :subjects, :facts) with ordinality as f (kind, subject, facts, nth)
                  order by nth)
            select pg_notify('kept_event', '')
            """)
        .bind("at", clock.instant())
        .bindByType("actor", actor == null ? null : actor.value(), UUID.class)
        .bindArray("kinds", String.class, Rows.column(facts, fact -> kindOf(fact.getClass())))
        .bindArray(
            "subjects", UUID.class, Rows.column(facts, fact -> fact.subject().value()))
        .bindArray("facts", String.class, Rows.column(facts, Json::write))
        .execute();
  }

  /// Hears facts of one kind inside their transaction. What it throws undoes the change. The wiring
  /// calls this before anything is published.
  public <E extends Event> void within(Class<E> kind, BiConsumer<@Nullable Id, E> listener) {
    within.add(new Within<>(kind, listener));
  }

  /// Facts after a cursor in commit order, at most `limit`, none of a transaction that may still be
  /// overtaken.
  public List<StoredEvent> after(EventCursor cursor, int limit) {
    return database.read(tx -> tx.createQuery("""
                    select seq, xid::text as xid, at, kind, subject, actor, facts::text as facts
                      from event
                     where (event.xid, event.seq) > (:xid::xid8, :seq)
                       and event.xid < log_xmin()
                     order by event.xid, event.seq
                     limit :limit
                    """)
        .bind("xid", cursor.xid())
        .bind("seq", cursor.seq())
        .bind("limit", limit)
        .map((row, context) -> event(row))
        .list());
  }

  /// True when something is written after this cursor that [#after] may still hold back. Only the
  /// last one is looked at: asked whether any is later, PostgreSQL may read the whole log.
  public boolean isBehind(EventCursor cursor) {
    return database.read(tx -> tx.createQuery("""
                    select coalesce(
                           (select (event.xid, event.seq) > (:xid::xid8, :seq)
                              from event
                             order by event.xid desc, event.seq desc
                             limit 1),
                           false)
                    """)
        .bind("xid", cursor.xid())
        .bind("seq", cursor.seq())
        .mapTo(Boolean.class)
        .one());
  }

  /// Everything that happened to one thing, oldest first.
  public List<StoredEvent> about(UUID subject) {
    return about(List.of(subject));
  }

  /// Everything that happened to any of these, oldest first.
  public List<StoredEvent> about(Collection<UUID> subjects) {
    return database.read(tx -> tx.createQuery("""
                    select seq, xid::text as xid, at, kind, subject, actor, facts::text as facts
                      from event
                     where subject = any(:subjects)
                     order by seq
                    """)
        .bindArray("subjects", UUID.class, subjects)
        .map((row, context) -> event(row))
        .list());
  }

  /// Where the log ends now: what commits from here on comes after it.
  public EventCursor end() {
    return database.read(tx -> tx.createQuery("""
                    select (log_xmin()::text::numeric - 1)::text as xid
                    """)
        .mapTo(String.class)
        .map(xid -> new EventCursor(xid, Long.MAX_VALUE))
        .one());
  }

  /// A number behind every transaction that the log knows of, running ones included. Also on tables
  /// of an earlier version, which had no numbers of their own.
  public static long behindAll(Handle tx) {
    var own = tx.createQuery("select to_regproc('log_xmin') is not null")
        .mapTo(Boolean.class)
        .one();
    return tx.createQuery("""
            select 1 + greatest(
                   (select max(xid::text::bigint) from listener),
                   (select xid::text::bigint from event order by xid desc, seq desc limit 1),
                   <oldest>::text::bigint)
            """)
        .define("oldest", own ? "log_xmin()" : "pg_snapshot_xmin(pg_current_snapshot())")
        .mapTo(Long.class)
        .one();
  }

  /// The log came from another server, whose transactions had other numbers: those of this one
  /// count from `first` on, so that order and cursors stay true.
  public static void continueFrom(Handle tx, long first) {
    tx.execute("""
        create or replace function log_xid() returns xid8 language sql volatile as
        $$ select (pg_current_xact_id()::text::bigint + %1$d)::text::xid8 $$;
        create or replace function log_xmin() returns xid8 language sql stable as
        $$ select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + %1$d)::text::xid8 $$;
        """.formatted(first));
  }

  /// Its name in the log: `PromiseMade` is `promise_made`.
  public static String kindOf(Class<?> event) {
    return HUMP.matcher(event.getSimpleName()).replaceAll("_").toLowerCase(java.util.Locale.ROOT);
  }

  private static StoredEvent event(ResultSet row) throws SQLException {
    return new StoredEvent(
        new EventCursor(row.getString("xid"), row.getLong("seq")),
        Rows.time(row, "at"),
        row.getString("kind"),
        row.getObject("subject", UUID.class),
        row.getObject("actor", UUID.class),
        Json.read(row.getString("facts")));
  }

  private static void refuseWords(Event event) {
    for (var part : event.getClass().getRecordComponents()) {
      if (part.getType() != String.class) continue;
      throw new IllegalStateException(
          "An event holds no words: " + event.getClass().getSimpleName() + "." + part.getName());
    }
  }

  private record Within<E extends Event>(Class<E> kind, BiConsumer<@Nullable Id, E> listener) {
    void hear(@Nullable Id actor, Event event) {
      if (kind.isInstance(event)) listener.accept(actor, kind.cast(event));
    }
  }
}
