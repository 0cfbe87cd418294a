package kept.line.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread that reads the sockets of its legs, and each 100 ms looks after their clocks.
final class Loop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final long ROUND_MILLIS = 100;

  /// A leg that is flooded leaves the others their turn.
  private static final int PACKETS_AT_A_TIME = 32;

  /// Reads what one socket has.
  interface Reader {
    /// False when nothing waits any more.
    boolean read(Scratch scratch) throws IOException;
  }

  private final Selector selector;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final List<MediaLeg> legs = new ArrayList<>();
  private final Scratch scratch = new Scratch();
  private final Consumer<SelectionKey> ready = this::read;
  private final Thread thread;
  private volatile boolean closed;
  private long nextRound = System.nanoTime();
  private long failures;

  Loop(String name) {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("No selector for the phone's audio.", e);
    }
    thread = MediaThread.of(name, this);
  }

  void start() {
    thread.start();
  }

  boolean isHere() {
    return thread.equals(Thread.currentThread());
  }

  /// Runs it on the loop, between two looks at the sockets.
  void execute(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  /// For a task that runs on the loop.
  Scratch scratch() {
    return scratch;
  }

  void join(MediaLeg leg) {
    legs.add(leg);
  }

  void watch(DatagramChannel channel, Reader reader) {
    try {
      channel.register(selector, SelectionKey.OP_READ, reader);
    } catch (IOException e) {
      throw new UncheckedIOException("A socket cannot be listened on.", e);
    }
  }

  /// After its sockets were closed: only a look at the selector gives their ports back.
  void leave(MediaLeg leg) {
    legs.remove(leg);
    try {
      selector.selectNow(ready);
    } catch (IOException e) {
      throw new UncheckedIOException("The selector failed.", e);
    }
  }

  void close() {
    closed = true;
    selector.wakeup();
  }

  @Override
  public void run() {
    try (selector) {
      while (!closed) turn();
      tasks();
    } catch (IOException e) {
      LOG.error("The loop that reads the phone's audio ended.", e);
    }
  }

  private void turn() throws IOException {
    selector.select(ready, ROUND_MILLIS);
    tasks();
    long now = System.nanoTime();
    if (now - nextRound < 0) return;
    nextRound = now + ROUND_MILLIS * 1_000_000;
    for (int i = 0; i < legs.size(); i++) round(legs.get(i), now);
  }

  private void tasks() {
    for (var task = tasks.poll(); task != null; task = tasks.poll()) {
      try {
        task.run();
      } catch (RuntimeException e) {
        failed(e);
      }
    }
  }

  private void round(MediaLeg leg, long now) {
    try {
      leg.round(scratch, now);
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void read(SelectionKey key) {
    try {
      var reader = (Reader) key.attachment();
      int left = PACKETS_AT_A_TIME;
      while (left > 0 && reader.read(scratch)) left--;
    } catch (IOException | RuntimeException e) {
      failed(e);
    }
  }

  /// The first is told, and then each thousandth: one per packet would drown the log.
  private void failed(Exception e) {
    if (failures++ % 1000 == 0) LOG.warn("A packet or a task failed; {} so far.", failures, e);
  }
}
