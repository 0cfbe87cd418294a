package kept.platform;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Connections to a server that may just be starting again: it is asked ten times a second until it
/// answers. The pool alone would wait longer after each failure, up to five seconds, and an alarm
/// is late after one. What a server refuses for good is said at once.
final class PatientSource implements DataSource {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Database.Address address;
  private final Properties properties;

  /// `properties` are the driver's.
  PatientSource(Database.Address address, Properties properties) {
    this.address = address;
    this.properties = properties;
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
  }

  @Override
  public Connection getConnection() throws SQLException {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return DriverManager.getConnection(address.url(), properties);
      } catch (SQLException e) {
        if (!Passing.isDatabaseAway(e) || System.nanoTime() > until) throw e;
        pause(e);
      }
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("Kept is one user.");
  }

  private static void pause(SQLException failure) throws SQLException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("Kept logs elsewhere.");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("There is no " + type.getSimpleName() + " in here.");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
