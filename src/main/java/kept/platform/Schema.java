package kept.platform;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Jdbi;

/// The tables of a database: which version they have, and how they come to another. Versions are
/// those of the migrations, `1`, `2` and so on.
public final class Schema {
  private final DataSource source;

  Schema(DataSource source) {
    this.source = source;
  }

  /// Brings it to this release's version.
  public void migrate() {
    flyway("latest").migrate();
  }

  /// Brings it to an earlier release's version, for what that release wrote.
  public void migrateTo(int version) {
    flyway(Integer.toString(version)).migrate();
  }

  /// 0 before the first migration.
  public int version() {
    return versionOf(flyway("latest").info().current());
  }

  /// What this release brings it to.
  public int newestVersion() {
    var known = flyway("latest").info().all();
    return versionOf(known[known.length - 1]);
  }

  /// Whether any Kept has been here.
  public boolean hasTables() {
    return Jdbi.create(source)
        .withHandle(tx -> tx.createQuery("select to_regclass('installation') is not null")
            .mapTo(Boolean.class)
            .one());
  }

  private Flyway flyway(String target) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .target(target)
        .loggers("slf4j")
        .load();
  }

  @SuppressWarnings(
      "NullAway") // a version is null for repeatable migrations only, and there are none
  private static int versionOf(@org.jspecify.annotations.Nullable MigrationInfo migration) {
    return migration == null ? 0 : Integer.parseInt(migration.getVersion().getVersion());
  }
}
