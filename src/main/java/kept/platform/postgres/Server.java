package kept.platform.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import kept.platform.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of the server, from its start to its end.
record Server(Process process, Postmaster postmaster) {
  private static final Logger log = LoggerFactory.getLogger(Server.class);
  private static final Duration POLL = Duration.ofMillis(5);
  private static final int SECONDS_TO_VANISH = 5;

  /// Recovery after a crash reads at most `max_wal_size`; a slow disk does that in this time.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// Comes back when the server takes connections.
  static Server start(Cluster cluster, int port, BooleanSupplier givenUp) {
    var began = System.nanoTime();
    var process = cluster.serve(port);
    var complaint = cluster.serverLog().follow(process);
    var server =
        new Server(process, new Postmaster(process.toHandle(), cluster.files(), port, true));
    while (!server.isReady()) {
      var late = System.nanoTime() - began > PATIENCE.toNanos();
      if (late || givenUp.getAsBoolean() || !process.isAlive())
        throw server.failed(cluster, complaint);
      LockSupport.parkNanos(POLL.toNanos());
    }
    log.info(
        "postgres ready pid={} port={} ms={}",
        process.pid(),
        port,
        (System.nanoTime() - began) / 1_000_000);
    return server;
  }

  int port() {
    return postmaster.port();
  }

  CompletableFuture<Process> ended() {
    return process.onExit();
  }

  void stop() {
    if (!process.isAlive()) return;
    postmaster.stop();
    process.onExit().completeOnTimeout(process, SECONDS_TO_VANISH, SECONDS).join();
  }

  private boolean isReady() {
    return Postmaster.find(postmaster.cluster())
        .filter(found -> found.ready() && found.process().equals(postmaster.process()))
        .isPresent();
  }

  private Refusal failed(Cluster cluster, CompletableFuture<String> complaint) {
    stop();
    var words = complaint.completeOnTimeout("", SECONDS_TO_VANISH, SECONDS).join();
    var reason = words.isEmpty() ? "it did not get ready" : words;
    return new Refusal("PostgreSQL did not start: " + reason + ". More is in "
        + cluster.serverLog().file() + ".");
  }
}
