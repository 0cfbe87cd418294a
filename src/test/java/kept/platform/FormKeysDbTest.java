package kept.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FormKeysDbTest {
  private static final String WORDS = "On its way.";

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

    assertThat(database.<Boolean>inTransaction(tx -> keys.use(key, WORDS))).isTrue();
    assertThat(database.<Boolean>inTransaction(tx -> keys.use(key, WORDS))).isFalse();
  }

  @Test
  void refusesOtherWordsUnderAUsedKey() {
    var key = keys.fresh();
    database.useTransaction(tx -> keys.use(key, "We come today."));

    assertThat(catchThrowable(
            () -> database.useTransaction(tx -> keys.use(key, "We come on Friday."))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("sent already");
    assertThat(keys.stillGood(key.toString())).isNotEqualTo(key.toString());
    assertThat(keys.stillGood("")).isEmpty();
  }

  @Test
  void ofManyClicksAtOnceOneCounts() {
    var key = keys.fresh();
    var counted = new AtomicInteger();
    var together = new CountDownLatch(1);
    var clicks = java.util.stream.IntStream.range(0, 4)
        .mapToObj(i -> CompletableFuture.runAsync(() -> {
          await(together);
          if (database.<Boolean>inTransaction(tx -> keys.use(key, WORDS)))
            counted.incrementAndGet();
        }))
        .toArray(CompletableFuture[]::new);

    together.countDown();
    CompletableFuture.allOf(clicks).join();

    assertThat(counted).hasValue(1);
  }

  @Test
  void aFormThatWasUndoneMayCountAgain() {
    var key = keys.fresh();

    assertThat(catchThrowable(() -> database.useTransaction(tx -> {
          keys.use(key, WORDS);
          throw new Refusal("not this time");
        })))
        .isInstanceOf(Refusal.class);

    assertThat(database.<Boolean>inTransaction(tx -> keys.use(key, WORDS))).isTrue();
  }

  @Test
  void forgetsWhatNobodySendsAnyMore() {
    database.useTransaction(tx -> keys.use(keys.fresh(), WORDS));
    clock.advance(Duration.ofDays(31));
    database.useTransaction(tx -> keys.use(keys.fresh(), WORDS));

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
