package kept.platform.postgres;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits for what another process does: no clock of ours can be cranked there.
public final class Eventually {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  private Eventually() {}

  public static void isTrue(Callable<Boolean> fact) throws Exception {
    var deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
    while (!fact.call()) {
      if (System.nanoTime() > deadline) fail("it did not happen within " + LONG_ENOUGH);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
