package kept.line.rtp;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread that gives each stream its beat of 10 ms, to absolute deadlines.
///
/// A wheel of ten slots, 1 ms apart, spreads the streams, and a stream of 20 ms packets starts
/// in either half. It sleeps while nobody is in the wheel. Its own lock guards who is; a beat
/// takes no lock.
final class Pacer implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Pacer.class);
  private static final int SLOTS = 10;
  private static final long TICK = 1_000_000;

  /// Later than this, time is skipped: a burst helps nobody.
  private static final long TOO_LATE = 100;

  private static final Outgoing[] NOBODY = {};

  private volatile Outgoing[][] wheel = new Outgoing[SLOTS][];
  private final Scratch scratch = new Scratch();
  private final Thread thread;
  private volatile boolean closed;
  private long failures;

  Pacer(String name) {
    Arrays.fill(wheel, NOBODY);
    thread = MediaThread.of(name, this);
  }

  void start() {
    thread.start();
  }

  synchronized void join(Outgoing outgoing) {
    int slot = 0;
    for (int i = 0; i < SLOTS; i++) {
      if (Arrays.asList(wheel[i]).contains(outgoing)) return;
      if (wheel[i].length < wheel[slot].length) slot = i;
    }
    var more = Arrays.copyOf(wheel[slot], wheel[slot].length + 1);
    more[more.length - 1] = outgoing;
    set(slot, more);
    LockSupport.unpark(thread);
  }

  /// Unless it wants to stay after all: who joins says first what for.
  private synchronized void leave(int slot, Outgoing outgoing) {
    if (outgoing.wantsPacing()) return;
    set(
        slot,
        Arrays.stream(wheel[slot]).filter(other -> other != outgoing).toArray(Outgoing[]::new));
  }

  private void set(int slot, Outgoing[] streams) {
    var turned = wheel.clone();
    turned[slot] = streams;
    wheel = turned;
  }

  void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    long start = System.nanoTime();
    long tick = 0;
    while (!closed) {
      long late = (System.nanoTime() - start) / TICK - tick;
      if (late > TOO_LATE) tick += late;
      int slot = (int) (tick % SLOTS);
      var streams = wheel[slot];
      if (streams.length > 0) {
        sleepUntil(start + tick * TICK);
        for (var stream : streams) beat(stream, slot, tick);
      } else if (isEmpty()) {
        LockSupport.park(this);
      }
      tick++;
    }
  }

  private void sleepUntil(long deadline) {
    for (long left = deadline - System.nanoTime();
        left > 0 && !closed;
        left = deadline - System.nanoTime()) LockSupport.parkNanos(this, left);
  }

  private boolean isEmpty() {
    for (var streams : wheel) if (streams.length > 0) return false;
    return true;
  }

  private void beat(Outgoing stream, int slot, long tick) {
    try {
      stream.beat(tick, scratch);
      if (!stream.wantsPacing()) leave(slot, stream);
    } catch (RuntimeException e) {
      if (failures++ % 1000 == 0) LOG.warn("A stream's beat failed; {} so far.", failures, e);
    }
  }
}
