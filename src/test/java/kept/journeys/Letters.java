package kept.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kept.platform.Database;

/// Letters that keep coming over a few connections, each with a name of its own, whatever dies on
/// the other side; and which of them got their 250.
final class Letters implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Set<String> accepted = ConcurrentHashMap.newKeySet();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final int most;
  private final Duration pause;
  private volatile int port;

  /// At most so many, one after another over each connection, to the Kept that listens there.
  Letters(int most, int connections, int port) {
    this(most, Duration.ZERO, connections, port);
  }

  private Letters(int most, Duration pause, int connections, int port) {
    this.most = most;
    this.pause = pause;
    this.port = port;
    for (int i = 0; i < connections; i++) senders.execute(this::sendUntilAllAreSent);
  }

  /// As many as it takes, each some time after the one before.
  static Letters atLeisure(int port) {
    return new Letters(Integer.MAX_VALUE, Duration.ofMillis(40), 2, port);
  }

  void goTo(int port) {
    this.port = port;
  }

  Set<String> accepted() {
    return accepted;
  }

  /// Returns when so many were sent, whether they were taken or not.
  void waitUntilSent(int count) {
    var until = System.nanoTime() + PATIENCE;
    while (next.get() < count && System.nanoTime() < until) pause();
  }

  /// Returns when so many more were taken than were until now.
  void waitUntilMoreAreTaken(int count) {
    int wanted = accepted.size() + count;
    var until = System.nanoTime() + PATIENCE;
    while (accepted.size() < wanted && System.nanoTime() < until) pause();
    assertThat(accepted).hasSizeGreaterThanOrEqualTo(wanted);
  }

  /// Returns when one more was refused, in a reply and not by hanging up.
  void waitUntilOneMoreIsRefused() {
    int before = refused.get();
    var until = System.nanoTime() + PATIENCE;
    while (refused.get() == before && System.nanoTime() < until) pause();
    assertThat(refused).hasValueGreaterThan(before);
  }

  /// Returns when the answer to the last one is there; no other comes any more.
  void end() {
    next.set(most);
    senders.close();
  }

  @Override
  public void close() {
    end();
  }

  /// Each that was taken stands on a timeline, once.
  void assertThatEachStandsOnce(Database database) {
    for (int i = 0; i < 3_000 && unread(database) > 0; i++) pause();
    assertThat(unread(database)).isZero();
    var found = new HashMap<String, Integer>();
    database
        .read(tx -> tx.createQuery("select words from message where words like 'This is letter-%'")
            .mapTo(String.class)
            .list())
        .forEach(
            words -> found.merge(words.strip().replaceAll("^This is |\\.$", ""), 1, Integer::sum));
    assertThat(found.keySet()).containsAll(accepted);
    assertThat(found.values()).containsOnly(1);
  }

  private void sendUntilAllAreSent() {
    while (next.get() < most) {
      try (var client = new SmtpClient(port)) {
        while (next.get() < most) {
          var name = "letter-" + next.getAndIncrement();
          if (client.send("chuck@example.com", "hello@marlow.example.com", letter(name)))
            accepted.add(name);
          else refused.incrementAndGet();
          Thread.sleep(pause);
        }
      } catch (IOException e) {
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static String letter(String name) {
    return "From: Chuck <" + name + "@example.com>\nTo: hello@marlow.example.com\nSubject: " + name
        + "\nMessage-ID: <" + name + "@example.com>\n\nThis is " + name + ".\n";
  }

  private static int unread(Database database) {
    return database.read(
        tx -> tx.createQuery("select count(*) from inbound_mail where processed_at is null")
            .mapTo(Integer.class)
            .one());
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
