package kept.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EventsDbTest {
  private static final Database DATABASE = Database.open(TestPostgres.newDatabase(), 6);
  private final SettableClock clock = new SettableClock();
  private final Events events = new Events(DATABASE, clock);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void belongsToTheTransactionOfItsChange() {
    var thing = new ThingId(Id.fresh());

    assertThatThrownBy(() -> DATABASE.useTransaction(tx -> {
          events.publish(null, new ThingDone(thing, 1));
          throw new Refusal("No.");
        }))
        .isInstanceOf(Refusal.class);

    assertThat(events.about(thing.value())).isEmpty();
  }

  @Test
  void holdsNoWords() {
    var wordy = new ThingSaid(new ThingId(Id.fresh()), "a secret");

    assertThatThrownBy(() -> DATABASE.useTransaction(tx -> events.publish(null, wordy)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void isRefusedByWhoeverListensWithin() {
    var picky = new Events(DATABASE, clock);
    picky.within(ThingDone.class, (actor, done) -> {
      if (done.times() > 2) throw new Refusal("Too often.");
    });

    assertThatThrownBy(() -> DATABASE.useTransaction(
            tx -> picky.publish(null, new ThingDone(new ThingId(Id.fresh()), 3))))
        .hasMessage("Too often.");
  }

  /// A cursor by id alone would pass by the fact that began first and committed last.
  @Test
  void aReaderSkipsNoLateCommit() throws Exception {
    var cursor = events.end();
    var begun = new CountDownLatch(1);
    var finish = new CountDownLatch(1);
    var slow = new ThingId(Id.fresh());
    var quick = new ThingId(Id.fresh());
    var first = Thread.ofVirtual()
        .start(() -> DATABASE.useTransaction(tx -> {
          events.publish(null, new ThingDone(slow, 1));
          begun.countDown();
          await(finish);
        }));
    begun.await(5, TimeUnit.SECONDS);
    DATABASE.useTransaction(tx -> events.publish(null, new ThingDone(quick, 1)));

    var seen = new ArrayList<UUID>();
    cursor = read(cursor, seen);
    assertThat(seen).isEmpty();
    finish.countDown();
    first.join();
    read(cursor, seen);

    assertThat(seen).containsExactlyInAnyOrder(slow.value(), quick.value());
  }

  @Test
  void listenersHearEverythingOnceAcrossRestarts() {
    var heard = new ArrayList<UUID>();
    var things = new ArrayList<UUID>();
    for (int round = 0; round < 3; round++) {
      var thing = new ThingId(Id.fresh());
      things.add(thing.value());
      DATABASE.useTransaction(tx -> events.publish(null, new ThingDone(thing, 1)));
      listenUntil(heard, things);
    }

    assertThat(heard.stream().filter(things::contains)).containsExactlyElementsOf(things);
  }

  private void listenUntil(List<UUID> heard, List<UUID> wanted) {
    try (var listeners = new Listeners(DATABASE, events, clock)) {
      listeners.start("test", event -> heard.add(event.subject()));
      var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (!heard.containsAll(wanted) && System.nanoTime() < patience) Thread.onSpinWait();
    }
  }

  private EventCursor read(EventCursor from, List<UUID> seen) {
    var batch = events.after(from, 100);
    batch.forEach(event -> seen.add(event.subject()));
    return batch.isEmpty() ? from : batch.getLast().cursor();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  record ThingId(UUID value) implements Id {}

  record ThingDone(ThingId thing, int times) implements Event {
    @Override
    public Id subject() {
      return thing;
    }
  }

  record ThingSaid(ThingId thing, String words) implements Event {
    @Override
    public Id subject() {
      return thing;
    }
  }
}
