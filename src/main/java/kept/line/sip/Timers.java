package kept.line.sip;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts things to mailboxes later, by the monotonic clock. Any thread may use it.
final class Timers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
  private final ScheduledThreadPoolExecutor executor;

  Timers() {
    executor = new ScheduledThreadPoolExecutor(
        1, Thread.ofPlatform().daemon().name("line-timers").factory());
    executor.setRemoveOnCancelPolicy(true);
  }

  Future<?> after(Duration wait, LegOwner owner, Runnable work) {
    return after(wait, () -> owner.post(work));
  }

  /// `work` is short: it runs on the one thread of all timers. What fails is said, and what is
  /// done again and again goes on.
  Future<?> after(Duration wait, Runnable work) {
    return executor.schedule(said(work), wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// As `after`, for what is never taken back.
  @SuppressWarnings("FutureReturnValueIgnored")
  void later(Duration wait, Runnable work) {
    after(wait, work);
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  void later(Duration wait, LegOwner owner, Runnable work) {
    after(wait, owner, work);
  }

  Future<?> every(Duration wait, Runnable work) {
    return executor.scheduleWithFixedDelay(
        said(work), wait.toMillis(), wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Runnable said(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException broken) {
        LOG.error("Something of the line's clock failed.", broken);
      }
    };
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
