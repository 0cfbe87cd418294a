package kept.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kept.platform.Database;
import kept.platform.postgres.DataFolder;
import kept.platform.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A thousand letters over ten connections while Kept is killed and started three times: each that
/// got its 250 is there exactly once.
class EveryAcceptedLetterTest {
  private static final int LETTERS = 1_000;
  private static final int CONNECTIONS = 10;

  private final Set<String> accepted = ConcurrentHashMap.newKeySet();
  private final AtomicInteger next = new AtomicInteger();
  private volatile int port;

  @Test
  void isThereExactlyOnceWhateverDies(@TempDir Path temporary) throws Exception {
    var data = Files.createDirectories(temporary.resolve("shop"));
    var kept = KeptProcess.start(data, "start", Map.of());
    port = kept.smtp;

    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONNECTIONS; i++) senders.execute(this::sendUntilAllAreSent);
      for (int killed = 1; killed <= 3; killed++) {
        waitUntilSent(LETTERS * killed / 4);
        kept.kill();
        kept = KeptProcess.start(data, "start", Map.of());
        port = kept.smtp;
      }
    }
    waitUntilRead(data);
    kept.close();

    var found = found(data);
    assertThat(accepted).hasSizeGreaterThan(LETTERS / 2);
    assertThat(found.keySet()).containsAll(accepted);
    assertThat(found.values()).containsOnly(1);
  }

  private void sendUntilAllAreSent() {
    while (next.get() < LETTERS) {
      try (var client = new SmtpClient(port)) {
        while (next.get() < LETTERS) {
          var name = "letter-" + next.getAndIncrement();
          if (client.send("chuck@example.com", "hello@marlow.example.com", letter(name)))
            accepted.add(name);
        }
      } catch (IOException e) {
        pause();
      }
    }
  }

  private static String letter(String name) {
    return "From: Chuck <" + name + "@example.com>\nTo: hello@marlow.example.com\nSubject: " + name
        + "\nMessage-ID: <" + name + "@example.com>\n\nThis is " + name + ".\n";
  }

  private void waitUntilSent(int count) {
    var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (next.get() < count && System.nanoTime() < patience) pause();
  }

  private static void waitUntilRead(Path data) {
    try (var database = Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 1)) {
      for (int i = 0; i < 3_000 && unread(database) > 0; i++) pause();
      assertThat(unread(database)).isZero();
    }
  }

  private static int unread(Database database) {
    return database.read(
        tx -> tx.createQuery("select count(*) from inbound_mail where processed_at is null")
            .mapTo(Integer.class)
            .one());
  }

  /// How often each letter's words stand on a timeline.
  private static Map<String, Integer> found(Path data) {
    var counts = new HashMap<String, Integer>();
    try (var folder = DataFolder.lock(data);
        var postgres = EmbeddedPostgres.start(folder);
        var database = Database.open(postgres.address(), 2)) {
      database
          .read(tx ->
              tx.createQuery("select words from message").mapTo(String.class).list())
          .forEach(words ->
              counts.merge(words.strip().replaceAll("^This is |\\.$", ""), 1, Integer::sum));
    }
    return counts;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
