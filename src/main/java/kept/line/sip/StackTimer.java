package kept.line.sip;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.SIPStackTimerTask;
import gov.nist.javax.sip.stack.timers.SipTimer;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stack's clock (its property `gov.nist.javax.sip.TIMER_CLASS_NAME`). Its own keeps what
/// was taken back until its time would have come, with all the messages that hang on it: ours
/// forgets it at once.
///
/// Public only because the stack makes it by name; nobody else has use for it.
@NullUnmarked
public final class StackTimer implements SipTimer {
  private static final Logger LOG = LoggerFactory.getLogger(StackTimer.class);
  private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
      1, Thread.ofPlatform().daemon().name("line-stack-timer").factory());

  public StackTimer() {
    executor.setRemoveOnCancelPolicy(true);
  }

  @Override
  public void start(SipStackImpl stack, Properties properties) {}

  @Override
  public boolean schedule(SIPStackTimerTask task, long delay) {
    task.setSipTimerTask(
        executor.schedule(() -> run(task), Math.max(0, delay), TimeUnit.MILLISECONDS));
    return true;
  }

  @Override
  public boolean scheduleWithFixedDelay(SIPStackTimerTask task, long delay, long period) {
    task.setSipTimerTask(executor.scheduleWithFixedDelay(
        () -> run(task), Math.max(0, delay), period, TimeUnit.MILLISECONDS));
    return true;
  }

  /// One that fails is no reason to end the others, nor its own next turn.
  private static void run(SIPStackTimerTask task) {
    try {
      task.runTask();
    } catch (RuntimeException failed) {
      LOG.debug("A timer of the stack failed.", failed);
    }
  }

  @Override
  public boolean cancel(SIPStackTimerTask task) {
    if (!(task.getSipTimerTask() instanceof Future<?> scheduled)) return false;
    task.cleanUpBeforeCancel();
    return scheduled.cancel(false);
  }

  @Override
  public void stop() {
    executor.shutdownNow();
  }

  @Override
  public boolean isStarted() {
    return !executor.isShutdown();
  }
}
