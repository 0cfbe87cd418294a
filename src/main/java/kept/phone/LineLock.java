package kept.phone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import kept.platform.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Of several processes on one database one has the line: it holds an advisory lock of PostgreSQL's
/// for as long as its connection lives. For one thread.
public final class LineLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LineLock.class);
  /// Any number, the same for all of them.
  private static final long KEY = 0x6b657074_6c696e65L;

  private static final int PATIENCE_SECONDS = 2;

  private final Database.Address address;
  private @Nullable Connection connection;

  public LineLock(Database.Address address) {
    this.address = address;
  }

  boolean isHeld() {
    var held = connection;
    try {
      if (held != null && held.isValid(PATIENCE_SECONDS)) return true;
    } catch (SQLException impossible) {
      throw new IllegalArgumentException("Patience is never less than nothing.", impossible);
    }
    close();
    return false;
  }

  boolean take() {
    try {
      var fresh = DriverManager.getConnection(address.url(), address.user(), address.password());
      if (locks(fresh)) {
        connection = fresh;
        return true;
      }
      fresh.close();
    } catch (SQLException e) {
      LOG.warn("The lock of the line cannot be taken: {}", e.getMessage());
    }
    return false;
  }

  private static boolean locks(Connection connection) throws SQLException {
    try (var ask = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      ask.setLong(1, KEY);
      try (var answer = ask.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  @Override
  public void close() {
    var held = connection;
    connection = null;
    if (held == null) return;
    try {
      held.close();
    } catch (SQLException e) {
      LOG.debug("The lock's connection was gone already.", e);
    }
  }
}
