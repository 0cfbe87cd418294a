package kept.platform.postgres;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import kept.platform.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a server running, on one port, until it is closed.
///
/// One platform thread does everything to the server: the kernel ties the server's life to the
/// thread that started it, and so nothing has to be locked. Other threads only wait for `ready`
/// and complete `closing`.
final class Supervision implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Supervision.class);
  private static final int TRIES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LIVED_WELL = Duration.ofMinutes(1);

  /// Below the ports that systems hand out by themselves, so nobody takes ours while the server is
  /// down.
  private static final int LOWEST_PORT = 20_000;
  private static final int PORTS = 10_000;

  private final Cluster cluster;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("postgres").unstarted(this::supervise);
  private final CompletableFuture<Integer> ready = new CompletableFuture<>();
  private final CompletableFuture<Boolean> closing = new CompletableFuture<>();

  Supervision(Cluster cluster) {
    this.cluster = cluster;
  }

  /// The port, once the server answers on it.
  int start() {
    thread.start();
    try {
      return ready.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void close() {
    closing.complete(true);
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void supervise() {
    try {
      cluster.create();
      var server = first();
      ready.complete(server.port());
      keep(server);
    } catch (RuntimeException | Error e) {
      if (!ready.completeExceptionally(e)) log.error("PostgreSQL is no longer watched", e);
    }
  }

  /// A port can be taken between our look and the server's, and the last process of a killed
  /// server may hold on to the files for a moment: hence the tries.
  private Server first() {
    var pause = FIRST_PAUSE;
    for (var left = TRIES; ; left--) {
      try {
        return serve(freePort());
      } catch (Refusal e) {
        if (left == 1 || closesWithin(pause)) throw e;
        log.warn("{} It is tried again.", e.getMessage());
        pause = longer(pause);
      }
    }
  }

  private void keep(Server first) {
    var server = first;
    var pause = FIRST_PAUSE;
    while (!closing.isDone()) {
      var began = System.nanoTime();
      CompletableFuture.anyOf(server.ended(), closing).join();
      if (System.nanoTime() - began > LIVED_WELL.toNanos()) pause = FIRST_PAUSE;
      if (closesWithin(pause)) break;
      pause = longer(pause);
      server = again(server);
    }
    server.stop();
  }

  /// The dead server when it cannot be had back yet.
  private Server again(Server dead) {
    log.warn("postgres port={} ended by itself and is started again", dead.port());
    try {
      return serve(dead.port());
    } catch (Refusal e) {
      log.error(e.getMessage());
      return dead;
    }
  }

  private Server serve(int port) {
    cluster.clearAway();
    return Server.start(cluster, port, closing::isDone);
  }

  private boolean closesWithin(Duration pause) {
    try {
      return closing.get(pause.toMillis(), MILLISECONDS);
    } catch (TimeoutException _) {
      return false;
    } catch (InterruptedException | ExecutionException _) {
      return true;
    }
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private static int freePort() {
    var loopback = InetAddress.ofLiteral("127.0.0.1");
    for (var look = 0; look < 100; look++) {
      var port = LOWEST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
      try (var _ = new ServerSocket(port, 1, loopback)) {
        return port;
      } catch (IOException _) {
        // Someone has it.
      }
    }
    throw new Refusal("PostgreSQL found no free port on 127.0.0.1 between " + LOWEST_PORT + " and "
        + (LOWEST_PORT + PORTS) + ".");
  }
}
