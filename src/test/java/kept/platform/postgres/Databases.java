package kept.platform.postgres;

import java.sql.DriverManager;
import java.sql.SQLException;
import kept.platform.Database;

/// The little that these tests do with a database.
final class Databases {
  private Databases() {}

  static String ask(Database.Address address, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) return "";
      var rows = statement.getResultSet();
      return rows.next() ? rows.getString(1) : "";
    }
  }
}
