package kept;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import kept.exchange.Backup;
import kept.exchange.Backups;
import kept.exchange.Restore;
import kept.exchange.Whole;
import kept.platform.Database;
import kept.platform.Installation;
import kept.platform.KeyRenewal;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.postgres.DataFolder;
import kept.platform.postgres.EmbeddedPostgres;
import kept.platform.postgres.OutsidePostgres;
import org.jspecify.annotations.Nullable;

/// The ground that Kept stands on: the locked data folder, the database in it or elsewhere, the
/// rooms.
final class House implements AutoCloseable {
  private static final int CONNECTIONS = 12;
  private static final String RESTORE = "restore";
  private static final String RESTORED = "restored";

  private final Config config;
  private final @Nullable DataFolder folder;
  private final @Nullable EmbeddedPostgres postgres;
  private final Database.Address address;
  private final Database database;
  private final Rooms rooms;

  private House(
      Config config,
      @Nullable DataFolder folder,
      @Nullable EmbeddedPostgres postgres,
      Database.Address address,
      InstantSource clock) {
    this.config = config;
    this.folder = folder;
    this.postgres = postgres;
    this.address = address;
    this.database = Database.open(address, CONNECTIONS);
    this.rooms = new Rooms(database, config.ground(), clock);
  }

  /// Takes the folder, starts or reaches the database, and brings it to this version's schema.
  static House open(Config config, InstantSource clock) {
    var url = config.databaseUrl();
    var outside = url == null ? null : OutsidePostgres.reach(url);
    var folder = DataFolder.lock(config.data());
    EmbeddedPostgres postgres = null;
    try {
      if (folder.isBegun(RESTORE)) throw notRestored(config);
      if (outside == null) postgres = EmbeddedPostgres.start(folder);
      var address = postgres == null ? Objects.requireNonNull(outside) : postgres.address();
      return new House(config, folder, postgres, address, clock).inOrder();
    } catch (RuntimeException e) {
      if (postgres != null) postgres.close();
      folder.close();
      throw e;
    }
  }

  /// A shop in which nothing runs.
  static House atRest(Config config, InstantSource clock) {
    if (!Files.exists(config.ground().secretKey())) throw noShopYet();
    return open(config, clock);
  }

  /// Works beside a Kept that runs on this folder or database; else opens the house for a moment.
  static House beside(Config config, InstantSource clock) {
    var url = config.databaseUrl();
    var address = url == null
        ? EmbeddedPostgres.findRunning(config.data())
        : Optional.of(OutsidePostgres.reach(url));
    if (address.isEmpty() && !EmbeddedPostgres.isIn(config.data())) throw noShopYet();
    if (address.isEmpty()) return open(config, clock);
    if (!Files.exists(config.ground().secretKey())) throw noShopYet();
    var house = new House(config, null, null, address.get(), clock);
    try {
      if (!house.database.schema().hasTables()) throw noShopYet();
      house.installation().check();
      return house;
    } catch (RuntimeException e) {
      house.close();
      throw e;
    }
  }

  /// Brings a backup back where nothing is yet.
  static Restore.Done restore(Config config, Path file) {
    var url = config.databaseUrl();
    var outside = url == null ? null : OutsidePostgres.reach(url);
    try (var folder = DataFolder.lock(config.data());
        var ours = outside == null ? EmbeddedPostgres.start(folder) : null;
        var database =
            Database.open(ours == null ? Objects.requireNonNull(outside) : ours.address(), 2)) {
      var done = new Restore(database, whole(config)).from(file, () -> folder.begin(RESTORE));
      folder.begin(RESTORED);
      folder.done(RESTORE);
      return done;
    }
  }

  private static Refusal notRestored(Config config) {
    return new Refusal("A backup was not brought back to its end in " + config.data()
        + ". Run ./kept restore FILE again.");
  }

  private static Refusal noShopYet() {
    return new Refusal("There is no shop here yet. Run ./kept start first, or set KEPT_DATA.");
  }

  Kept start(Pages pages, Extras extras) {
    var kept = Kept.start(config, rooms, address, pages, extras);
    if (folder != null) folder.serves(kept.url());
    return kept;
  }

  Rooms rooms() {
    return rooms;
  }

  @Override
  public void close() {
    database.close();
    if (postgres != null) postgres.close();
    if (folder != null) folder.close();
  }

  /// The schema of this version, and a database that belongs to these files and this key.
  private House inOrder() {
    try {
      upgrade();
      installation().settle(rooms.clock.instant());
      tellThatItIsBack();
      if (postgres != null) rooms.deliveries.takeBack();
      return this;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /// Of a shop's tables there is a backup before they are changed, or they stay as they are.
  private void upgrade() {
    var schema = database.schema();
    var before = schema.version();
    if (before > 0 && before < schema.newestVersion()) backups().beforeUpgradeFrom(before);
    schema.migrate();
  }

  /// Told at the first opening, on the tables of this version.
  private void tellThatItIsBack() {
    if (folder == null || !folder.isBegun(RESTORED)) return;
    backups().cameBack();
    folder.done(RESTORED);
  }

  Backup.Taken backup(Path file) {
    return backups().byCommand(file);
  }

  KeyRenewal.Renewed renewKey() {
    var file = config.ground().secretKey();
    return new KeyRenewal(database, rooms.events, installation(), rooms.secrets, file).renew();
  }

  private Backups backups() {
    return backups(config, rooms);
  }

  static Backups backups(Config config, Rooms rooms) {
    var backup = new Backup(rooms.database, whole(config), rooms.clock);
    var folder = config.data().resolve("backups");
    return new Backups(backup, folder, rooms.database, rooms.events, rooms.clock);
  }

  private static Whole whole(Config config) {
    var ground = config.ground();
    return new Whole(ground.files(), Telephone.recordings(config), ground.secretKey());
  }

  private Installation installation() {
    return new Installation(database, rooms.secrets, config.ground().files());
  }
}
