package kept.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread of its own, so that nothing stands in its way, that works until nothing is due, then
/// sleeps until the next time or a wake-up.
///
/// It sleeps on the monotonic clock in short slices and compares the injected clock after each, so
/// a clock that jumps, either way, is noticed within a slice. Work that fails, also for want of
/// memory, is tried again with back-off and never ends the loop. [#wake] may be called from any
/// thread.
public final class Loop implements AutoCloseable {
  /// Does what is due and says when it wants to run next; null: only when woken.
  public interface Work {
    @Nullable
    Instant run() throws Exception;
  }

  private static final Logger log = LoggerFactory.getLogger(Loop.class);
  /// How late a jump of the clock may be noticed.
  private static final Duration SLICE = Duration.ofMillis(200);
  /// A wake-up may be lost with its connection; then this is how long it is missed.
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);
  private static final Duration FIRST_BACK_OFF = Duration.ofMillis(250);
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);

  /// A database that restarts is back within this; nothing that a loop does takes longer.
  private static final Duration TOO_LONG = Duration.ofMinutes(2);

  private static final Set<Loop> RUNNING = ConcurrentHashMap.newKeySet();

  private final String name;
  private final InstantSource clock;
  private final Work work;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stir = lock.newCondition();
  private final CountDownLatch first = new CountDownLatch(1);
  /// When the work began that is not over, or that failed ever since; none while it sleeps in
  /// peace.
  private volatile @Nullable Long busySince;

  private boolean woken; // guarded by lock
  private boolean closed; // guarded by lock

  private Loop(String name, InstantSource clock, Work work) {
    this.name = name;
    this.clock = clock;
    this.work = work;
    this.thread = Thread.ofPlatform().daemon().name("loop-" + name).unstarted(this::run);
  }

  public static Loop start(String name, InstantSource clock, Work work) {
    var loop = new Loop(name, clock, work);
    loop.thread.start();
    RUNNING.add(loop); // before it runs it would look as if it had ended
    return loop;
  }

  /// What is wrong with the loops of this process, in words; nothing when all is well.
  public static List<String> troubles() {
    return RUNNING.stream().flatMap(loop -> loop.trouble().stream()).sorted().toList();
  }

  public void wake() {
    lock.lock();
    try {
      woken = true;
      stir.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until the work was done, or failed, once; at most this long.
  public void awaitFirst(Duration atMost) {
    try {
      first.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits for the running work to finish, at most five seconds.
  @Override
  public void close() {
    RUNNING.remove(this);
    lock.lock();
    try {
      closed = true;
      stir.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (thread.join(Duration.ofSeconds(5))) return;
      thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<String> trouble() {
    if (!thread.isAlive()) return Optional.of("The loop " + name + " has ended.");
    var since = busySince;
    if (since == null || System.nanoTime() - since < TOO_LONG.toNanos()) return Optional.empty();
    return Optional.of("The loop " + name + " has not done its work for two minutes.");
  }

  private void run() {
    var backOff = FIRST_BACK_OFF;
    while (true) {
      try {
        if (busySince == null) busySince = System.nanoTime();
        var next = work.run();
        busySince = null;
        first.countDown();
        if (sleep(next, LONGEST_SLEEP)) return;
        backOff = FIRST_BACK_OFF;
      } catch (Exception | OutOfMemoryError | StackOverflowError e) {
        first.countDown();
        log.warn("loop={} failed, trying again in {} ms", name, backOff.toMillis(), e);
        var since = System.nanoTime();
        if (pause(backOff)) return;
        // Whoever wakes it knows that something is better: then it is patient from the beginning.
        var cutShort = System.nanoTime() - since < backOff.toNanos();
        backOff = cutShort ? FIRST_BACK_OFF : shorter(backOff.multipliedBy(2), LONGEST_BACK_OFF);
      }
    }
  }

  /// True when the loop is to end.
  private boolean sleep(@Nullable Instant until, Duration longest) throws InterruptedException {
    // A time that passed just before it came here has to be seen even on a clock that stands still.
    var wait = until == null ? longest : shorter(longest, Duration.between(clock.instant(), until));
    var stopAt = System.nanoTime() + wait.toNanos();
    lock.lock();
    try {
      while (!closed && !woken && System.nanoTime() < stopAt) {
        var left = until == null ? longest : Duration.between(clock.instant(), until);
        if (!left.isPositive()) break;
        var slice = shorter(left, until == null ? longest : SLICE);

        stir.awaitNanos(slice.toNanos());
      }
      woken = false;
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private boolean pause(Duration backOff) {
    try {
      return sleep(null, backOff);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
