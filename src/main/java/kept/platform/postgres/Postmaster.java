package kept.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// PostgreSQL's own word on who serves a cluster, read from its `postmaster.pid`.
///
/// The file outlives a killed server, and its number may by now be anyone's; `isRunning` asks the
/// system.
record Postmaster(ProcessHandle process, Path cluster, int port, boolean ready) {
  private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(30);
  private static final Duration IMMEDIATE_SHUTDOWN = Duration.ofSeconds(5);
  private static final int LINE_OF_PORT = 3;
  private static final int LINE_OF_STATE = 7;

  static Path fileIn(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /// Empty when there is no such file, or it is not whole, or its process is gone.
  static Optional<Postmaster> find(Path cluster) {
    try {
      var lines = Files.readAllLines(fileIn(cluster));
      var ready = lines.size() > LINE_OF_STATE && lines.get(LINE_OF_STATE).startsWith("ready");
      var port =
          lines.size() > LINE_OF_PORT ? Integer.parseInt(lines.get(LINE_OF_PORT).strip()) : 0;
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
          .map(process -> new Postmaster(process, cluster, port, ready));
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }

  /// Whether this process is a PostgreSQL, and on these files.
  boolean isRunning() {
    var info = process.info();
    return info.command()
            .map(Path::of)
            .filter(path -> path.getFileName().toString().startsWith("postgres"))
            .isPresent()
        && info.arguments()
            .map(Arrays::asList)
            .filter(list -> list.contains(cluster.toString()))
            .isPresent();
  }

  /// A fast shutdown, then an immediate one, then the end.
  void stop() {
    if (endsBy("INT", FAST_SHUTDOWN) || endsBy("QUIT", IMMEDIATE_SHUTDOWN)) return;
    process.destroyForcibly();
  }

  /// Watches what the process is, not whether its number is taken: nobody may ever reap an orphan.
  private boolean endsBy(String signal, Duration patience) {
    send(signal);
    var deadline = System.nanoTime() + patience.toNanos();
    while (isRunning()) {
      if (System.nanoTime() > deadline) return false;
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    return true;
  }

  private void send(String signal) {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
          .start()
          .waitFor();
    } catch (IOException _) {
      process.destroy();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
