package kept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FormKeysDbTest {
  private final SettableClock clock = new SettableClock();
  private final Database database = Database.open(TestPostgres.newDatabase(), 4);
  private final FormKeys keys = new FormKeys(database, clock);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void countsAFormOnce() {
    var key = keys.fresh();

    assertThat(database.<Boolean>inTransaction(tx -> keys.use(key))).isTrue();
    assertThat(database.<Boolean>inTransaction(tx -> keys.use(key))).isFalse();
  }

  @Test
  void ofManyClicksAtOnceOneCounts() {
    var key = keys.fresh();
    var counted = new AtomicInteger();
    var together = new CountDownLatch(1);
    var clicks = java.util.stream.IntStream.range(0, 4)
        .mapToObj(i -> CompletableFuture.runAsync(() -> {
          await(together);
          if (database.<Boolean>inTransaction(tx -> keys.use(key))) counted.incrementAndGet();
        }))
        .toArray(CompletableFuture[]::new);

    together.countDown();
    CompletableFuture.allOf(clicks).join();

    assertThat(counted).hasValue(1);
  }

  @Test
  void aFormThatWasUndoneMayCountAgain() {
    var key = keys.fresh();

    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> database.useTransaction(tx -> {
          keys.use(key);
          throw new Refusal("not this time");
        })))
        .isInstanceOf(Refusal.class);

    assertThat(database.<Boolean>inTransaction(tx -> keys.use(key))).isTrue();
  }

  @Test
  void forgetsWhatNobodySendsAnyMore() {
    database.useTransaction(tx -> keys.use(keys.fresh()));
    clock.advance(Duration.ofDays(31));
    database.useTransaction(tx -> keys.use(keys.fresh()));

    assertThat(keys.forgetOld()).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
