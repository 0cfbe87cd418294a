package kept.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import kept.platform.Database;
import kept.platform.Refusal;

/// A PostgreSQL of the shop's own, named by `KEPT_DATABASE_URL`: looked at once before Kept stands
/// on it, so that whatever is wrong with it is one sentence, without the password.
public final class OutsidePostgres {
  private static final int OLDEST = 15;
  private static final String SECONDS_TO_CONNECT = "5";
  private static final String SECONDS_TO_SIGN_IN = "10";

  private final Database.Address address;

  private OutsidePostgres(Database.Address address) {
    this.address = address;
  }

  /// Where it is, once it has answered and Kept may work in it.
  public static Database.Address reach(String url) {
    var outside = new OutsidePostgres(DatabaseUrl.parse(url));
    outside.look();
    return outside.address;
  }

  private void look() {
    var how = new Properties();
    how.setProperty("user", address.user());
    how.setProperty("password", address.password());
    how.setProperty("connectTimeout", SECONDS_TO_CONNECT);
    how.setProperty("loginTimeout", SECONDS_TO_SIGN_IN);
    how.setProperty("ApplicationName", "kept");
    if (address.user().isEmpty()) how.remove("user");
    try (var connection = DriverManager.getConnection(address.url(), how)) {
      var major = connection.getMetaData().getDatabaseMajorVersion();
      if (major < OLDEST)
        throw refusal(" is PostgreSQL " + major + "; Kept needs " + OLDEST + " or newer.");
      ask(connection);
    } catch (SQLException e) {
      throw translated(e);
    }
  }

  /// One question for everything that could stand in the way later.
  private void ask(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("""
            select getdatabaseencoding() as encoding,
                   pg_is_in_recovery() or current_setting('transaction_read_only')::bool as read_only,
                   coalesce(has_schema_privilege(current_schema(), 'create'), false) as may_create,
                   coalesce((select pg_has_role(relowner, 'usage')
                               from pg_class where oid = to_regclass('event')), true) as ours,
                   to_regclass('flyway_schema_history') is null
                     and exists (select from pg_tables where schemaname = current_schema()) as foreign_tables,
                   has_database_privilege(current_database(), 'create') as may_extend,
                   array_to_string(array(
                     select wanted
                       from unnest(array['pg_trgm', 'unaccent']) wanted
                      where wanted not in (select extname from pg_extension)), ', ') as missing,
                   array_to_string(array(
                     select wanted
                       from unnest(array['pg_trgm', 'unaccent']) wanted
                      where wanted not in (select name from pg_available_extensions)), ', ') as unknown
            """)) {
      row.next();
      if (!row.getString("encoding").equals("UTF8"))
        throw refusal(" is written in " + row.getString("encoding")
            + ". Make one with: create database kept encoding 'UTF8' template template0");
      if (row.getBoolean("read_only"))
        throw refusal(" can only be read. Name the server that can be written (the primary).");
      if (row.getBoolean("foreign_tables"))
        throw refusal(" holds tables of another program. Give Kept a database of its own.");
      if (!row.getBoolean("may_create") || !row.getBoolean("ours")) throw noRights();
      if (!row.getString("unknown").isEmpty())
        throw refusal(" lacks the extensions " + row.getString("unknown")
            + ". Install PostgreSQL's contrib package on its server.");
      if (!row.getString("missing").isEmpty() && !row.getBoolean("may_extend")) throw noRights();
    }
  }

  private Refusal translated(SQLException e) {
    var state = String.valueOf(e.getSQLState());
    return switch (state) {
      case "28P01", "28000" ->
        refusal(" does not let us in as \"" + address.user()
            + "\". Look at the user and the password in KEPT_DATABASE_URL.");
      case "3D000" ->
        refusal(" is not there. Make it (createdb), or name another one in KEPT_DATABASE_URL.");
      case "42501" -> noRights();
      case "53300" -> refusal(" has no connection left. Kept wants 20 of them (max_connections).");
      case "57P03" -> refusal(" is starting or stopping. Try again in a moment.");
      default ->
        state.startsWith("08")
            ? refusal(" does not answer: " + words(e))
            : refusal(" cannot be used: " + words(e));
    };
  }

  private Refusal noRights() {
    var name = where().substring(where().lastIndexOf('/') + 1);
    return refusal(" gives \"" + address.user()
        + "\" too few rights. Make it the owner: alter database \"" + name + "\" owner to \""
        + address.user() + "\"");
  }

  private Refusal refusal(String rest) {
    return new Refusal("The database " + where() + rest);
  }

  /// The driver's first line; it never says a password, and ours makes sure.
  private String words(SQLException e) {
    var line = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    return address.password().isEmpty() ? line : line.replace(address.password(), "…");
  }

  private String where() {
    return address.url().replaceFirst("^jdbc:postgresql:(//)?", "").replaceFirst("\\?.*", "");
  }
}
