package kept.api;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Asks again until something is so, at most for ten seconds.
final class Wait {
  private static final long PAUSE = 100_000_000L;

  private Wait() {}

  static <T> T until(Supplier<T> ask, Predicate<T> isSo) {
    var last = System.nanoTime() + 10_000_000_000L;
    while (true) {
      var answer = ask.get();
      if (isSo.test(answer)) return answer;
      if (System.nanoTime() > last) throw new AssertionError("Still: " + answer);
      LockSupport.parkNanos(PAUSE);
    }
  }
}
