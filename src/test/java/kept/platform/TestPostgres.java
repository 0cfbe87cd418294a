package kept.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kept.platform.postgres.DataFolder;
import kept.platform.postgres.Durability;
import kept.platform.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/// One real PostgreSQL for each process of a test run, and a database of its own for every test
/// class that asks.
///
/// Databases are copies of a template that was migrated once. The server starts with the first
/// question, ends with the process, and does not care for power cuts.
public final class TestPostgres {
  private static final String TEMPLATE = "kept_template";
  private static final String NAME = "kept-test-postgres-";
  private static final long ROOM = 4L << 30;
  private static final AtomicInteger MADE = new AtomicInteger();
  /// Each thread's, and open as long as the server: a connection costs it as much as a database.
  private static final ThreadLocal<@Nullable Connection> ADMINISTRATOR = new ThreadLocal<>();

  private static final ExecutorService SWEEPER = Executors.newSingleThreadExecutor(
      Thread.ofPlatform().daemon().name("sweeper").factory());

  private TestPostgres() {}

  /// A database with Kept's tables and nothing in them.
  public static Database.Address newDatabase() {
    return created("template " + TEMPLATE + " strategy file_copy");
  }

  /// A database without any table, for tests of the migrations themselves.
  public static Database.Address newEmptyDatabase() {
    return created("");
  }

  /// Nobody asks it anything any more: its files go, so that a run needs little room. The server
  /// waits a tenth of a second for its last connections to end; nobody waits for the server.
  public static void drop(Database.Address database) {
    var name = database.url().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    SWEEPER.execute(() -> order("drop database if exists \"" + name + "\" with (force)"));
  }

  /// Has the server's own administrator say this.
  public static void order(String sql) {
    run(Running.SERVER, sql);
  }

  private static synchronized Database.Address created(String how) {
    var name = "test_" + MADE.incrementAndGet();
    run(Running.SERVER, "create database " + name + " " + how);
    return Running.SERVER.address(name);
  }

  private static void run(EmbeddedPostgres server, String sql) {
    try {
      var administrator = ADMINISTRATOR.get();
      if (administrator == null) ADMINISTRATOR.set(administrator = administratorOf(server));
      try (var statement = administrator.createStatement()) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql + ": " + e.getMessage(), e);
    }
  }

  private static Connection administratorOf(EmbeddedPostgres server) throws SQLException {
    var address = server.address("postgres");
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }

  /// The language starts it when it is first needed, and once.
  private static final class Running {
    static final EmbeddedPostgres SERVER = started();

    private static EmbeddedPostgres started() {
      forgetTheKilled();
      var folder =
          DataFolder.lock(quickest().resolve(NAME + ProcessHandle.current().pid()));
      var server = EmbeddedPostgres.start(folder, Durability.FORGETFUL);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
      migrate(server);
      return server;
    }

    /// A database is seven hundred files: in memory, where Linux has room there, they cost a tenth.
    private static Path quickest() {
      var memory = Path.of("/dev/shm");
      var room = Files.isWritable(memory) && memory.toFile().getUsableSpace() > ROOM;
      return room ? memory : Path.of("target");
    }

    /// What a process left that was killed, and ends with the machine otherwise.
    private static void forgetTheKilled() {
      try (var left = Files.newDirectoryStream(quickest(), NAME + "*")) {
        for (var folder : left) {
          var pid = Long.parseLong(folder.getFileName().toString().substring(NAME.length()));
          if (ProcessHandle.of(pid).isEmpty()) remove(folder);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void migrate(EmbeddedPostgres server) {
      run(server, "create database " + TEMPLATE);
      try (var template = Database.open(server.address(TEMPLATE), 2)) {
        template.schema().migrate();
      }
    }

    /// Nobody waits until its files are gone.
    private static void end(EmbeddedPostgres server, DataFolder folder) {
      server.close();
      folder.close();
      remove(folder.path());
    }

    private static void remove(Path folder) {
      try {
        new ProcessBuilder("rm", "-rf", folder.toString()).start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
