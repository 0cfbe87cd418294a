package kept.line.rtp;

import java.util.concurrent.atomic.AtomicBoolean;

/// The right to send on a leg, taken for the length of one packet.
///
/// A leg is sent to by one thread at a time; two meet only at the instant of a change of
/// source, or when a key is pressed. So it is a flag and not a lock: nobody parks, nothing is
/// allocated, and the one who waits waits for the length of one packet.
final class Claim {
  private static final int SPINS = 100;

  private final AtomicBoolean taken = new AtomicBoolean();

  @SuppressWarnings("ThreadPriorityCheck") // only where the holder has lost its processor
  void take() {
    int spins = 0;
    while (!taken.compareAndSet(false, true)) {
      if (spins++ < SPINS) Thread.onSpinWait();
      else Thread.yield();
    }
  }

  void release() {
    taken.set(false);
  }
}
