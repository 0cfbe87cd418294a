package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Two who answer for each other leave in the same moment, and no promise goes with them (law 2).
class SameMomentTest {
  private static final TestKept kept = new TestKept();

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void aPromiseIsNotLeftToSomebodyWhoLeavesJustThen() throws Exception {
    var promise = kept.shop.promise(kept.shop.crackedTv(), kept.shop.tomas, Duration.ofHours(2));
    var leaving = "/settings/team/" + kept.shop.tomas + "/leaving";

    var left = kept.rooms.database.inTransaction(tx -> {
      kept.rooms.team.leave(kept.shop.dana, kept.shop.edie);
      var asked = CompletableFuture.supplyAsync(() -> kept.as(kept.shop.dana).post(leaving));
      awaitSomebodyWaiting(tx);
      return asked;
    });

    assertThat(left.get().statusCode()).as(left.get().body()).isEqualTo(303);
    assertThat(kept.rooms.promises.get(promise.id()).keeper()).isEqualTo(kept.shop.dana);
  }

  private static void awaitSomebodyWaiting(Handle tx) {
    var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (waiting(tx) == 0 && System.nanoTime() < until) Thread.onSpinWait();
    assertThat(waiting(tx)).isPositive();
  }

  private static int waiting(Handle tx) {
    return tx.createQuery("select count(*) from pg_locks where not granted")
        .mapTo(Integer.class)
        .one();
  }
}
