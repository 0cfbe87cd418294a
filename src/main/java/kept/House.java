package kept;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import kept.platform.Database;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.postgres.DataFolder;
import kept.platform.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/// The ground that Kept stands on: the locked data folder, the database in it or elsewhere, the
/// rooms.
final class House implements AutoCloseable {
  private static final int CONNECTIONS = 16;

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
    this.rooms = new Rooms(database, config.data(), clock);
  }

  /// Takes the folder, starts or reaches the database, and brings it to this version's schema.
  static House open(Config config, InstantSource clock) {
    var folder = DataFolder.lock(config.data());
    try {
      var postgres = config.databaseUrl() == null ? EmbeddedPostgres.start(folder) : null;
      var address =
          postgres == null ? outside(String.valueOf(config.databaseUrl())) : postgres.address();
      var house = new House(config, folder, postgres, address, clock);
      house.database.migrate();
      if (postgres != null) house.rooms.deliveries.takeBack();
      return house;
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /// Works beside a Kept that runs on this folder; else opens the house for a moment.
  static House beside(Config config, InstantSource clock) {
    var running = running(config);
    if (running.isEmpty()) return open(config, clock);
    return new House(config, null, null, running.get(), clock);
  }

  Kept start(Pages pages, Extras extras) {
    return Kept.start(config, rooms, address, pages, extras);
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

  private static Optional<Database.Address> running(Config config) {
    if (config.databaseUrl() != null) return Optional.of(outside(config.databaseUrl()));
    return EmbeddedPostgres.findRunning(config.data());
  }

  /// `jdbc:postgresql:…` or `postgresql://user:password@host:port/name`.
  static Database.Address outside(String url) {
    if (url.startsWith("jdbc:postgresql:")) return new Database.Address(url, "", "");
    if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
      throw new Refusal("KEPT_DATABASE_URL has to begin with postgresql:// or jdbc:postgresql:");
    }
    var uri = URI.create(url);
    var who = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    var colon = who.indexOf(':');
    var user = colon < 0 ? who : who.substring(0, colon);
    var password = colon < 0 ? "" : who.substring(colon + 1);
    var port = uri.getPort() < 0 ? 5432 : uri.getPort();
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    var jdbc = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query;
    return new Database.Address(jdbc, decoded(user), decoded(password));
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
