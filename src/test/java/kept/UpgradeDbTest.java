package kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kept.platform.Database;
import kept.platform.KeptClock;
import kept.platform.Refusal;
import kept.platform.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A shop that an earlier release wrote, opened by this one.
class UpgradeDbTest {
  /// The sample shop as it was with tables 28.
  private static final Path EARLIER = Path.of("src/test/resources/backups/tables-28.zip");

  @TempDir
  Path folder;

  @Test
  void isOpenedWithAllThatItHad() throws IOException {
    var config = config();
    House.restore(config, EARLIER);
    var before = counts();

    try (var house = House.open(config, new KeptClock())) {
      assertThat(house.rooms().database.schema().version())
          .isEqualTo(house.rooms().database.schema().newestVersion());
      assertThat(house.rooms().team.here()).isNotEmpty();
    }
    assertThat(counts()).isEqualTo(before);
    assertThat(backups()).singleElement().asString().startsWith("before-upgrade-28-");
  }

  @Test
  void isLeftAsItIsWhereNoBackupCanBeWritten() throws IOException {
    var config = config();
    House.restore(config, EARLIER);
    Files.writeString(folder.resolve("data/backups"), "in the way");

    assertThatThrownBy(() -> House.open(config, new KeptClock()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("backups");
    try (var database = Database.open(where, 2)) {
      assertThat(database.schema().version()).isEqualTo(28);
    }
  }

  private final Database.Address where = TestPostgres.newEmptyDatabase();

  private Config config() {
    return Config.read(Map.of(
        "KEPT_DATA",
        folder.resolve("data").toString(),
        "KEPT_DATABASE_URL",
        where.url() + "&user=" + where.user() + "&password=" + where.password()));
  }

  private Map<String, Long> counts() {
    try (var database = Database.open(where, 1)) {
      return database.read(tx -> tx.createQuery("""
              select 'promises', count(*) from promise union all
              select 'alarms', count(*) from alarm union all
              select 'messages', count(*) from message union all
              select 'calls', count(*) from call union all
              select 'events', count(*) from event where kind not in ('shop_restored', 'backup_taken')
              """)
          .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
          .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  private List<String> backups() throws IOException {
    try (var inside = Files.list(folder.resolve("data/backups"))) {
      return inside.map(file -> file.getFileName().toString()).toList();
    }
  }
}
