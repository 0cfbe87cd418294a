package kept.platform;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Hears facts after their commit: each listener in order, at least once, from its own cursor.
///
/// A batch and the cursor behind it commit together, so what a listener writes to this database
/// happens exactly once; anything else it does must be idempotent.
public final class Listeners implements AutoCloseable {
  private static final int BATCH = 200;

  private final Database database;
  private final Events events;
  private final InstantSource clock;
  private final List<Loop> loops = new ArrayList<>();

  public Listeners(Database database, Events events, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /// Starts a listener by its lasting name. A new name starts at the log's first fact.
  public void start(String name, Consumer<StoredEvent> listener) {
    database.useTransaction(tx -> tx.createUpdate(
            "insert into listener (name, xid, seq) values (:name, '0', 0) on conflict do nothing")
        .bind("name", name)
        .execute());
    loops.add(Loop.start("listener-" + name, clock, () -> drain(name, listener)));
  }

  public void wake() {
    loops.forEach(Loop::wake);
  }

  @Override
  public void close() {
    loops.forEach(Loop::close);
  }

  /// Null: nothing more to hear until woken, unless a fact is still held back by a running
  /// transaction; then it looks again soon.
  private java.time.@Nullable Instant drain(String name, Consumer<StoredEvent> listener) {
    while (database.inTransaction(tx -> hear(tx, name, listener)) == BATCH) {}
    var behind = database.read(tx -> isBehind(tx, name));
    return behind ? clock.instant().plusMillis(50) : null;
  }

  private int hear(Handle tx, String name, Consumer<StoredEvent> listener) {
    var cursor = tx.createQuery(
            "select xid::text, seq from listener where name = :name for update skip locked")
        .bind("name", name)
        .map((row, context) -> new EventCursor(row.getString(1), row.getLong(2)))
        .findOne();
    if (cursor.isEmpty()) return 0;
    var batch = events.after(cursor.get(), BATCH);
    if (batch.isEmpty()) return 0;
    batch.forEach(listener);
    var last = batch.getLast().cursor();
    tx.createUpdate("update listener set xid = :xid::xid8, seq = :seq where name = :name")
        .bind("xid", last.xid())
        .bind("seq", last.seq())
        .bind("name", name)
        .execute();
    return batch.size();
  }

  private static boolean isBehind(Handle tx, String name) {
    return tx.createQuery("""
            select coalesce(
                   (select (event.xid, event.seq) > (l.xid, l.seq)
                      from event
                     order by event.xid desc, event.seq desc
                     limit 1),
                   false)
              from listener l
             where l.name = :name
            """).bind("name", name).mapTo(Boolean.class).findOne().orElse(false);
  }
}
