package kept.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kept.platform.Database;

/// The PostgreSQL of this system's package, which is older than ours: a real one, on a folder of
/// its
/// own, that trusts whoever asks.
public final class OlderPostgres implements AutoCloseable {
  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

  private final Process server;
  private final int port;

  public OlderPostgres(Path folder) throws IOException, InterruptedException {
    var programs = Programs.in(oldest());
    var files = folder.toString();
    var make = programs.start(
        "initdb",
        List.of("-D", files, "-U", "kept", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"));
    var words = new String(make.getInputStream().readAllBytes(), UTF_8);
    if (make.waitFor() != 0) throw new IllegalStateException(words);
    port = freePort();
    server = programs.start(
        "postgres",
        List.of("-D", files, "-p", "" + port, "-h", "127.0.0.1", "-k", "", "-c", "fsync=off"));
    awaitReady();
  }

  /// Its first database, for `KEPT_DATABASE_URL`.
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=kept&sslmode=disable";
  }

  public Database.Address address() {
    return new Database.Address(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable", "kept", "");
  }

  private void awaitReady() throws IOException {
    var out = server.inputReader();
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      if (!line.contains("ready to accept connections")) continue;
      Thread.ofVirtual().start(() -> out.lines().forEach(ignored -> {}));
      return;
    }
    throw new IllegalStateException("The older PostgreSQL did not start.");
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
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

  @Override
  public void close() {
    server.destroy();
    try {
      if (!server.waitFor(10, TimeUnit.SECONDS)) server.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
