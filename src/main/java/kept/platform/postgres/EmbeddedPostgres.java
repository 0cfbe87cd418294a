package kept.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kept.platform.Database;

/// A running PostgreSQL of our own, and its door.
///
/// It serves on one port of 127.0.0.1 until it is closed: when the server dies alone it is started
/// again there, and a pool only has to reconnect. When this process dies, however it dies, the
/// server does too. Any thread may use it.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String DATABASE = "kept";

  private final Supervision supervision;
  private final Path cluster;
  private final int port;

  private EmbeddedPostgres(Supervision supervision, Path cluster, int port) {
    this.supervision = supervision;
    this.cluster = cluster;
    this.port = port;
  }

  /// Comes back when the server takes connections. The folder has to stay locked until `close` has
  /// come back.
  public static EmbeddedPostgres start(DataFolder folder) {
    return start(folder, Durability.DURABLE);
  }

  public static EmbeddedPostgres start(DataFolder folder, Durability durability) {
    var programs = Programs.in(Binaries.unpacked(folder));
    var cluster = new Cluster(
        folder.folder("postgres"), programs, new ServerLog(folder.folder("logs")), durability);
    var supervision = new Supervision(cluster);
    return new EmbeddedPostgres(supervision, cluster.files(), supervision.start());
  }

  /// The database of the Kept that runs on this folder, for a command that works beside it.
  public static Optional<Database.Address> findRunning(Path dataFolder) {
    try {
      var cluster = Cluster.filesIn(dataFolder.toRealPath());
      return Postmaster.find(cluster)
          .filter(server -> server.ready() && server.isRunning())
          .map(server -> address(cluster, server.port(), DATABASE));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Whether this folder ever held a database.
  public static boolean isIn(Path dataFolder) {
    return Files.isDirectory(Cluster.filesIn(dataFolder));
  }

  public Database.Address address() {
    return address(DATABASE);
  }

  public Database.Address address(String database) {
    return address(cluster, port, database);
  }

  /// A fast shutdown: what has committed is on disk, what has not is rolled back.
  @Override
  public void close() {
    supervision.close();
  }

  private static Database.Address address(Path cluster, int port, String database) {
    var url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database
        + "?sslmode=disable&gssEncMode=disable";
    return new Database.Address(url, Cluster.USER, Cluster.passwordOf(cluster));
  }
}
