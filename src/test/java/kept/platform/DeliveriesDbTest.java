package kept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
