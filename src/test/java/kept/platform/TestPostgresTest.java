package kept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
  @Test
  void everyDatabaseIsItsOwn() throws Exception {
    var one = TestPostgres.newDatabase();
    var other = TestPostgres.newDatabase();

    ask(one, "create table only_here as select 1 as n");

    assertThat(ask(one, "select to_regclass('only_here')")).isEqualTo("only_here");
    assertThat(ask(other, "select to_regclass('only_here')")).isNull();
  }

  @Test
  void anEmptyDatabaseHasNoTable() throws Exception {
    var tables = ask(
        TestPostgres.newEmptyDatabase(),
        "select count(*) from pg_tables where schemaname = 'public'");

    assertThat(tables).isEqualTo("0");
  }

  private static String ask(Database.Address address, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) return "";
      var rows = statement.getResultSet();
      rows.next();
      return rows.getString(1);
    }
  }
}
