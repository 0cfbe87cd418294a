package kept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WakeupsDbTest {
  private final Database.Address server = TestPostgres.newDatabase();
  private final Database database = Database.open(server, 2);
  private final Semaphore woken = new Semaphore(0);

  @AfterEach
  void close() {
    database.close();
    TestPostgres.drop(server);
  }

  @Test
  void wakesWhoWaitsAtEveryNotification() throws Exception {
    try (var wakeups = listening(server)) {
      assertThat(isWoken()).as("at the start").isTrue();

      notifyAll("kept_test");

      assertThat(isWoken()).isTrue();
      assertThat(wakeups).isNotNull();
    }
  }

  /// As a router does that has forgotten a quiet connection: nothing comes through, and nobody is
  /// told.
  @Test
  void aConnectionThatWentSilentIsReplaced() throws Exception {
    try (var path =
            new Path(URI.create(server.url().substring("jdbc:".length())).getPort());
        var wakeups = listening(path.to(server))) {
      assertThat(isWoken()).as("at the start").isTrue();

      path.forget();
      notifyAll("kept_test");

      assertThat(isWoken()).as("over the next connection").isTrue();
      notifyAll("kept_test");
      assertThat(isWoken()).isTrue();
      assertThat(wakeups).isNotNull();
    }
  }

  private Wakeups listening(Database.Address address) {
    var wakeups = new Wakeups(address, () -> {});
    wakeups.on("kept_test", woken::release);
    wakeups.start();
    return wakeups;
  }

  private void notifyAll(String channel) {
    database.useTransaction(tx -> tx.execute("select pg_notify(?, '')", channel));
  }

  private boolean isWoken() throws InterruptedException {
    return woken.tryAcquire(30, TimeUnit.SECONDS);
  }

  /// A way to the server that can forget the connections it carries, and carries new ones.
  private static final class Path implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Way> ways = new CopyOnWriteArrayList<>();
    private final int server;

    Path(int server) throws IOException {
      this.server = server;
      Thread.ofVirtual().start(this::carry);
    }

    Database.Address to(Database.Address address) {
      var here = address.url().replace(":" + server + "/", ":" + door.getLocalPort() + "/");
      return new Database.Address(here, address.user(), address.password());
    }

    void forget() {
      ways.forEach(way -> way.isForgotten = true);
    }

    private void carry() {
      while (!door.isClosed()) {
        try {
          var way = new Way(door.accept(), new Socket(InetAddress.getLoopbackAddress(), server));
          ways.add(way);
          Thread.ofVirtual().start(() -> way.carry(way.near, way.far));
          Thread.ofVirtual().start(() -> way.carry(way.far, way.near));
        } catch (IOException closed) {
          return;
        }
      }
    }

    @Override
    public void close() throws IOException {
      door.close();
      for (var way : ways) way.close();
    }
  }

  private static final class Way {
    final Socket near;
    final Socket far;
    volatile boolean isForgotten;

    Way(Socket near, Socket far) {
      this.near = near;
      this.far = far;
    }

    void carry(Socket from, Socket to) {
      var some = new byte[8192];
      try {
        for (int n = from.getInputStream().read(some);
            n > 0;
            n = from.getInputStream().read(some))
          if (!isForgotten) to.getOutputStream().write(some, 0, n);
      } catch (IOException closed) {
        close();
      }
    }

    void close() {
      try (near;
          far) {
        return;
      } catch (IOException gone) {
        return;
      }
    }
  }
}
