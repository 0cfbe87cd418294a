package kept.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kept.TestPorts;
import kept.platform.Database;

/// The PostgreSQL of this system's package, which is older than ours: a real one, on a folder of
/// its own, that trusts whoever asks.
public final class OlderPostgres implements AutoCloseable {
  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

  private final Programs programs = Programs.in(oldest());
  private final int port = TestPorts.next();
  private final Path folder;
  private Process server;

  public OlderPostgres(Path folder) throws IOException, InterruptedException {
    this(
        folder,
        "initdb",
        List.of("-D", "" + folder, "-U", "kept", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"));
  }

  private OlderPostgres(Path folder, String maker, List<String> how)
      throws IOException, InterruptedException {
    this.folder = folder;
    run(maker, how);
    start();
  }

  /// Another one that has all the first has, at the latest when the first says that it is kept.
  public OlderPostgres standby(Path folder) throws IOException, InterruptedException {
    var where = "host=127.0.0.1 user=kept port=" + port;
    var how = List.of("-D", "" + folder, "-d", where, "-R", "-X", "stream", "-c", "fast", "-N");
    var standby = new OlderPostgres(folder, "pg_basebackup", how);
    order("alter system set synchronous_standby_names = '*'");
    order("select pg_reload_conf()");
    return standby;
  }

  /// Takes the place of the one it stood by.
  public void takeOver() {
    order("select pg_promote()");
  }

  public void start() throws IOException {
    server = programs.start(
        "postgres",
        List.of(
            "-D", "" + folder, "-p", "" + port, "-h", "127.0.0.1", "-k", "", "-c", "fsync=off"));
    var out = server.inputReader();
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      if (!line.contains("ready to accept")) continue;
      Thread.ofVirtual().start(() -> drain(out));
      return;
    }
    throw new IllegalStateException("The older PostgreSQL did not start.");
  }

  private static void drain(BufferedReader out) {
    try {
      while (out.readLine() != null) continue;
    } catch (IOException itEnded) {
      // as it should
    }
  }

  /// As the power going would end it.
  public void kill() throws InterruptedException {
    server.destroyForcibly();
    server.waitFor(10, TimeUnit.SECONDS);
  }

  /// Its first database, for `KEPT_DATABASE_URL`.
  public String url() {
    return "jdbc:postgresql://" + at() + "/postgres?user=kept&sslmode=disable";
  }

  public Database.Address address() {
    return new Database.Address(
        "jdbc:postgresql://" + at() + "/postgres?sslmode=disable", "kept", "");
  }

  /// Its host and port.
  public String at() {
    return "127.0.0.1:" + port;
  }

  private void order(String sql) {
    try (var connection = DriverManager.getConnection(url());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private void run(String program, List<String> arguments)
      throws IOException, InterruptedException {
    var process = programs.start(program, arguments);
    var words = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) throw new IllegalStateException(words);
  }

  private static Path oldest() {
    try (var versions = Files.list(PACKAGES)) {
      return versions
          .min(Comparator.comparing(
              folder -> Integer.valueOf(folder.getFileName().toString())))
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whoever is connected is sent away.
  public void stop() {
    try {
      new ProcessBuilder("kill", "-INT", "" + server.pid()).start().waitFor();
      if (!server.waitFor(10, TimeUnit.SECONDS)) server.destroyForcibly();
    } catch (IOException e) {
      server.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
