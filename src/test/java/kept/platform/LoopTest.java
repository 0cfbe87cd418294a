package kept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopTest {
  private final SettableClock clock = new SettableClock();

  @Test
  void comesBackAtItsTimeEvenIfTheClockStandsStill() throws InterruptedException {
    var twice = new CountDownLatch(2);

    try (var _ = Loop.start("twice", clock, () -> {
      twice.countDown();
      return clock.in(Duration.ofMillis(20));
    })) {
      assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void noticesWithinASliceThatTheClockWasMoved() throws InterruptedException {
    var began = new CountDownLatch(1);
    var twice = new CountDownLatch(2);
    var due = clock.in(Duration.ofHours(3));

    try (var _ = Loop.start("moved", clock, () -> {
      began.countDown();
      twice.countDown();
      return twice.getCount() == 1 ? due : null;
    })) {
      began.await();
      clock.advance(Duration.ofHours(3));
      assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void workThatFailsIsTriedAgain() throws InterruptedException {
    var thrice = new CountDownLatch(3);

    try (var _ = Loop.start("failing", clock, () -> {
      thrice.countDown();
      throw new IllegalStateException("not yet");
    })) {
      assertThat(thrice.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(Loop.troubles()).isEmpty();
    }
  }

  /// Somebody else may have taken it all for a second.
  @Test
  void aMomentWithoutMemoryEndsNoLoop() throws InterruptedException {
    var twice = new CountDownLatch(2);

    try (var _ = Loop.start("full", clock, () -> {
      twice.countDown();
      throw new OutOfMemoryError("Java heap space");
    })) {
      assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aLoopThatEndedByItselfIsATrouble() throws InterruptedException {
    var ended = new CountDownLatch(1);
    var loop = Loop.start("doomed", clock, () -> {
      ended.countDown();
      throw new LinkageError();
    });
    ended.await();
    while (Loop.troubles().isEmpty()) Thread.onSpinWait();

    assertThat(Loop.troubles()).containsExactly("The loop doomed has ended.");

    loop.close();
    assertThat(Loop.troubles()).isEmpty();
  }
}
