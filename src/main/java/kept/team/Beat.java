package kept.team;

import java.time.Duration;

/// Answers come at the next multiple of a quarter of a second, so that the time they take tells
/// nothing of what was looked up.
final class Beat {
  private static final Duration LENGTH = Duration.ofMillis(250);

  private final long began = System.nanoTime();

  void await() {
    var late = (System.nanoTime() - began) % LENGTH.toNanos();
    try {
      Thread.sleep(Duration.ofNanos(LENGTH.toNanos() - late));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
