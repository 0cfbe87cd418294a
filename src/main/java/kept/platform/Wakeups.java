package kept.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears what any process on this database commits (`listen`/`notify`) and wakes who waits for it.
///
/// One connection of its own, asked for a sign of life when nothing was to be heard: between here
/// and an outside server something may forget a connection that is quiet, and tells neither end.
/// After a lost connection everybody is woken once, since a notification may have been missed.
/// Threads may share this object.
public final class Wakeups implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Wakeups.class);
  private static final String NAME = "kept, listening";
  private static final int POLL_MS = 5_000;
  private static final int AGAIN_MS = 250;
  private static final int PATIENCE_SECONDS = 2;

  private final Database.Address address;
  private final Map<String, List<Runnable>> waiting = new ConcurrentHashMap<>();
  private final Runnable lost;
  private volatile boolean closed;
  private final Thread thread = Thread.ofPlatform().daemon().name("wakeups").unstarted(this::run);

  /// `lost` runs once a lost connection is back, before anybody is woken.
  public Wakeups(Database.Address address, Runnable lost) {
    this.address = address;
    this.lost = lost;
  }

  /// Runs `action` whenever this channel is notified. The wiring calls this before [#start].
  public void on(String channel, Runnable action) {
    waiting.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>()).add(action);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void run() {
    for (boolean again = false; !closed; again = true) {
      try (var connection = connect()) {
        if (again) lost.run();
        listen(connection);
      } catch (Exception e) {
        if (closed) return;
        log.warn("wakeups: connection lost, listening again soon: {}", e.getMessage());
        if (!pause()) return;
      }
    }
  }

  private Connection connect() throws SQLException {
    var how = new Properties();
    how.setProperty("user", address.user());
    how.setProperty("password", address.password());
    how.setProperty("ApplicationName", NAME);
    how.setProperty("loginTimeout", "10");
    return DriverManager.getConnection(address.url(), how);
  }

  /// Whether a Kept runs on this database, in whatever process.
  static boolean isSomebodyListening(Handle tx) {
    return tx.createQuery("""
            select exists (select from pg_stat_activity
                            where datname = current_database() and application_name = :name)
            """).bind("name", NAME).mapTo(Boolean.class).one();
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var channel : waiting.keySet()) statement.execute("listen \"" + channel + "\"");
    }
    waiting.values().forEach(actions -> actions.forEach(Runnable::run));
    var postgres = connection.unwrap(PGConnection.class);
    while (!closed) {
      var notes = postgres.getNotifications(POLL_MS);
      if (notes.length == 0 && !connection.isValid(PATIENCE_SECONDS))
        throw new SQLException("the server has gone silent");
      for (var note : notes) waiting.getOrDefault(note.getName(), List.of()).forEach(Runnable::run);
    }
  }

  private boolean pause() {
    try {
      Thread.sleep(AGAIN_MS);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
