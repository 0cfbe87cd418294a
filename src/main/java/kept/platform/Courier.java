package kept.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Carries the deliveries of one kind, a few at once: one that is slow keeps a hand busy and leaves
/// the others free.
final class Courier implements AutoCloseable {
  private static final int HANDS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  /// How long those that are being tried are left alone, where no hand is free.
  private static final Duration A_WHILE = Duration.ofSeconds(30);

  /// Where deliveries are taken and their ends written down.
  interface Desk {
    /// Takes at most this many that are due, and keeps what is being tried from everybody else.
    List<Delivery> claim(int most) throws InterruptedException;

    @Nullable
    Instant nextTry();

    void send(Delivery delivery);
  }

  private final String kind;
  private final InstantSource clock;
  private final Desk desk;
  private final Semaphore hands = new Semaphore(HANDS);
  private volatile @Nullable Loop loop;

  Courier(String kind, InstantSource clock, Desk desk) {
    this.kind = kind;
    this.clock = clock;
    this.desk = desk;
  }

  void start() {
    loop = Loop.start("deliveries-" + kind, clock, this::work);
  }

  void wake() {
    var running = loop;
    if (running != null) running.wake();
  }

  /// Lets what is on its way arrive, for a while.
  @Override
  public void close() {
    var running = loop;
    if (running != null) running.close();
    try {
      hands.tryAcquire(HANDS, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Returns when every try has ended.
  @Nullable
  Instant sendAllThatIsDue() {
    try {
      work();
      hands.acquire(HANDS);
      hands.release(HANDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return desk.nextTry();
  }

  private @Nullable Instant work() throws InterruptedException {
    while (true) {
      while (!hands.tryAcquire(A_WHILE.toMillis(), TimeUnit.MILLISECONDS)) desk.claim(0);
      var free = 1 + hands.drainPermits();
      List<Delivery> claimed = List.of();
      try {
        claimed = desk.claim(free);
      } finally {
        hands.release(free - claimed.size());
      }
      if (claimed.isEmpty()) return desk.nextTry();
      for (var delivery : claimed) Thread.ofVirtual().name("delivery").start(() -> carry(delivery));
    }
  }

  private void carry(Delivery delivery) {
    try {
      desk.send(delivery);
    } finally {
      hands.release();
      wake();
    }
  }
}
