package kept.line;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs what is posted one thing after another, on a virtual thread that lives while there is
/// something to do. Any thread may post; what runs may block.
final class Mailbox {
  private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
  private final String name;
  /// Guarded by this, as is `busy`.
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  Mailbox(String name) {
    this.name = name;
  }

  void post(Runnable work) {
    synchronized (this) {
      waiting.add(work);
      if (busy) return;
      busy = true;
    }
    Thread.ofVirtual().name(name).start(this::drain);
  }

  private void drain() {
    for (var work = next(); work != null; work = next()) {
      try {
        work.run();
      } catch (RuntimeException failed) {
        LOG.error("Something went wrong in {}.", name, failed);
      }
    }
  }

  private synchronized @Nullable Runnable next() {
    var work = waiting.poll();
    busy = work != null;
    return work;
  }
}
