package kept.line.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimersTest {
  @Test
  void whatFailsOnceGoesOn() throws InterruptedException {
    var rounds = new Semaphore(0);
    try (var timers = new Timers()) {
      var every = timers.every(Duration.ofMillis(1), () -> {
        rounds.release();
        throw new IllegalStateException("out of order");
      });

      assertThat(rounds.tryAcquire(3, 20, TimeUnit.SECONDS)).isTrue();
      assertThat(every.isDone()).isFalse();
    }
  }
}
