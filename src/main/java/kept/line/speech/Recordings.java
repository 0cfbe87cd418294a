package kept.line.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// All recordings of the process, and the one thread that writes them to the disk.
///
/// One thread, so that a disk that hangs holds up one thread and not the calls. Any thread may
/// start and close recordings.
public final class Recordings implements AutoCloseable {
  private static final long ROUND = Duration.ofMillis(200).toNanos();

  /// Time in a round for asking the disk to keep what it has; who does not get a turn gets it
  /// in the next one.
  private static final long FORCING = Duration.ofMillis(100).toNanos();

  private final InstantSource clock;
  private final long keepFree;
  private final List<Recording> running = new CopyOnWriteArrayList<>();
  private final Thread writer;
  private volatile boolean closed;

  /// @param keepFree bytes of the disk that recordings leave to others: below it they end
  public Recordings(InstantSource clock, long keepFree) {
    this.clock = clock;
    this.keepFree = keepFree;
    writer = Thread.ofVirtual().name("recordings").start(this::run);
  }

  /// Starts a recording into a new file. `ended` is told once, on the writer's thread, so it
  /// posts and returns.
  public Recording start(Path file, Consumer<Ending> ended) throws IOException {
    if (closed) throw new IllegalStateException("The recordings are closed.");
    var recording = new Recording(file, clock, keepFree, ended);
    recording.hurryWith(() -> LockSupport.unpark(writer));
    running.add(recording);
    LockSupport.unpark(writer);
    return recording;
  }

  public int running() {
    return running.size();
  }

  /// Ends them all.
  @Override
  public void close() {
    closed = true;
    running.forEach(Recording::close);
    LockSupport.unpark(writer);
    try {
      writer.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed || !running.isEmpty()) {
      long began = System.nanoTime();
      running.removeAll(running.stream()
          .filter(recording -> !recording.write(System.nanoTime()))
          .toList());
      for (var recording : running) {
        if (System.nanoTime() - began > FORCING) break;
        recording.force(System.nanoTime());
      }
      if (running.isEmpty() && !closed) LockSupport.park(this);
      else LockSupport.parkNanos(this, ROUND - (System.nanoTime() - began));
    }
  }
}
