package kept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveriesDbTest {
  private final SettableClock clock = new SettableClock();
  private final Database database = Database.open(TestPostgres.newDatabase(), 3);
  private final Deliveries deliveries =
      new Deliveries(database, new Events(database, clock), clock);
  private final CountDownLatch taken = new CountDownLatch(2);

  @AfterEach
  void close() {
    deliveries.close();
    database.close();
  }

  @Test
  void leavesOnceWhatIsUrgentIsDone() {
    deliveries.wire(new Takes(taken));

    deliveries.standAsideFor(() -> {
      queueTwo();
      Thread.ofVirtual().start(deliveries::sendWhatIsDue);
      assertThat(allGoneWithin(300)).isFalse();
      return true;
    });

    assertThat(allGoneWithin(10_000)).isTrue();
  }

  @Test
  void leavesBeforeWhatIsUrgentHasTakenLong() {
    deliveries.wire(new Takes(taken));

    deliveries.standAsideFor(() -> {
      queueTwo();
      Thread.ofVirtual().start(deliveries::sendWhatIsDue);
      assertThat(allGoneWithin(10_000)).isTrue();
      return true;
    });
  }

  @Test
  void isTriedAgainSoonOnAClockThatWasPutBack() {
    clock.advance(Duration.ofDays(400));
    deliveries.wire(new Tries(tried -> new Sender.Outcome.Later("Not now.")));
    queueTwo();
    deliveries.sendWhatIsDue();
    clock.advance(Duration.ofDays(-400));

    deliveries.wire(new Takes(taken));
    deliveries.sendWhatIsDue();

    assertThat(taken.getCount()).isZero();
  }

  /// A mail server may take minutes at each step, and a clock may jump.
  @Test
  void whatIsBeingTriedNobodyElseBegins() throws InterruptedException {
    var goesOn = new CountDownLatch(1);
    var tries = new ConcurrentLinkedQueue<DeliveryId>();
    Function<Delivery, Sender.Outcome> slow = delivery -> {
      tries.add(delivery.id());
      awaited(goesOn);
      return new Sender.Outcome.Sent("taken");
    };
    deliveries.wire(new Tries(slow));
    queueTwo();
    deliveries.start();
    awaits(() -> tries.size() == 2);
    for (var jump : List.of(Duration.ofHours(1), Duration.ofHours(-3), Duration.ofMinutes(6))) {
      clock.advance(jump);
      deliveries.wake();
      Thread.sleep(500);
      try (var others = new Deliveries(database, new Events(database, clock), clock)) {
        others.wire(new Tries(slow));
        others.start();
        Thread.sleep(500);
      }
    }
    assertThat(tries).hasSize(2);

    goesOn.countDown();
    awaits(() -> deliveries.waiting() == 0);
    assertThat(tries).hasSize(2);
  }

  /// As where another process has the line: what it tries here would be taken from it there.
  @Test
  void whereNothingCanLeaveNoTryIsCounted() {
    var open = new AtomicBoolean();
    var tries = new ConcurrentLinkedQueue<Integer>();
    deliveries.wire(new Sender() {
      @Override
      public String kind() {
        return "letter";
      }

      @Override
      public boolean isReady() {
        return open.get();
      }

      @Override
      public Outcome send(Delivery delivery) {
        tries.add(delivery.tries());
        return new Outcome.Sent("taken");
      }
    });
    queueTwo();
    for (int i = 0; i < 3; i++) deliveries.sendWhatIsDue();
    assertThat(tries).isEmpty();

    open.set(true);
    deliveries.sendWhatIsDue();

    assertThat(tries).containsExactly(1, 1);
  }

  /// A question that the database refuses while it lives is no reason to ask on and on.
  @Test
  void whatTheDatabaseRefusesIsNotTriedWithoutAPause() throws InterruptedException {
    var tries = new AtomicInteger();
    deliveries.wire(new Tries(delivery -> {
      tries.incrementAndGet();
      return database.read(tx -> tx.createQuery("select 1 / 0")
          .mapTo(Integer.class)
          .map(never -> new Sender.Outcome.Sent("never"))
          .one());
    }));
    queueTwo();
    deliveries.start();

    awaits(() -> tries.get() >= 4);
    Thread.sleep(500);

    assertThat(tries).as("at once, once more at once, and a second later").hasValue(4);
  }

  private static void awaits(BooleanSupplier fact) throws InterruptedException {
    var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!fact.getAsBoolean() && System.nanoTime() < until) Thread.sleep(20);
    assertThat(fact.getAsBoolean()).isTrue();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean allGoneWithin(int millis) {
    try {
      return taken.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void queueTwo() {
    database.useTransaction(
        tx -> deliveries.queue(List.of(letter("dana@example.com"), letter("edie@example.com"))));
  }

  private Outgoing letter(String to) {
    return Outgoing.of("letter", to, UUID.randomUUID(), Map.of(), clock.instant());
  }

  private record Tries(Function<Delivery, Sender.Outcome> trying) implements Sender {
    @Override
    public String kind() {
      return "letter";
    }

    @Override
    public Outcome send(Delivery delivery) {
      return trying.apply(delivery);
    }
  }

  private record Takes(CountDownLatch taken) implements Sender {
    @Override
    public String kind() {
      return "letter";
    }

    @Override
    public Outcome send(Delivery delivery) {
      taken.countDown();
      return new Outcome.Sent("taken");
    }
  }
}
