package kept.line.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kept.line.rtp.Law;
import kept.line.rtp.Sink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One leg's sound, written to a stereo WAV: left is what the party says, right what it hears.
///
/// It outlives the process: after a crash [#repair] makes the file whole up to its last half
/// second, and [#gaps(Path)] tells of its pauses. Whatever the disk does, the call does not
/// feel it: the media threads only copy into a ring, and a recording that cannot go on ends
/// with a reason. Any thread may pause, resume and close.
public final class Recording implements Sink, AutoCloseable {
  /// A whole day; its file has 1.4 GB.
  public static final Duration LONGEST = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
  private static final long HEAD_EVERY = Duration.ofSeconds(1).toNanos();
  private static final long FORCE_EVERY = Duration.ofSeconds(5).toNanos();

  /// So long a disk may hang at the end before we leave the file to the writer.
  private static final int CLOSE_SECONDS = 10;

  private final Path path;
  private final RecordingFile file;
  private final InstantSource clock;
  private final long keepFree;
  private final Consumer<Ending> ended;
  private final PacketRing ring = new PacketRing();
  private final Tape tape;
  private final Gaps gaps;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile long heardTo = Gaps.NOWHERE;
  private volatile long saidTo = Gaps.NOWHERE;
  private volatile boolean muted;
  private volatile boolean closing;
  private volatile @Nullable Ending ending;
  private volatile Runnable hurry = () -> {};
  private boolean waited;
  private long began;
  private long headAt = System.nanoTime() - HEAD_EVERY;
  private long forcedAt = System.nanoTime();

  Recording(Path path, InstantSource clock, long keepFree, Consumer<Ending> ended)
      throws IOException {
    this.path = path;
    this.clock = clock;
    this.keepFree = keepFree;
    this.ended = ended;
    file = RecordingFile.create(path);
    tape = new Tape(file);
    gaps = new Gaps(path);
  }

  /// Makes the file of a recording whole that nobody closed; one that is whole stays as it is.
  public static Path repair(Path file) throws IOException, MalformedWav {
    RecordingFile.repair(file);
    return file;
  }

  /// The pauses of a recording that is over, from the log beside its file.
  public static List<Gap> gaps(Path file) throws IOException {
    return GapLog.read(file);
  }

  @Override
  public void heard(long position, Law law, byte[] payload, int offset, int length) {
    if (closing || ending != null) return;
    heardTo = Math.max(heardTo, position + length);
    ring.put(false, muted, position, law, payload, offset, length);
  }

  @Override
  public void said(long position, Law law, byte[] payload, int offset, int length) {
    if (closing || ending != null) return;
    saidTo = Math.max(saidTo, position + length);
    ring.put(true, muted, position, law, payload, offset, length);
  }

  /// From here on no sound comes near the file. Whoever asked is logged with the time.
  public void pause(String who) {
    muted = true;
    gaps.begin(Math.max(heardTo, saidTo), clock.instant(), who);
    hurry.run();
  }

  public void resume(String who) {
    gaps.end(Math.max(heardTo, saidTo), clock.instant(), who);
    muted = false;
    hurry.run();
  }

  public List<Gap> gaps() {
    long origin = tape.origin();
    return gaps.all().stream().map(gap -> gap.since(origin)).toList();
  }

  public Path file() {
    return path;
  }

  /// Why it ended, or null while it runs.
  public @Nullable Ending ending() {
    return ending;
  }

  /// Packets that did not get into the file: the disk hung for long, or they came far too
  /// late.
  public long lost() {
    return ring.dropped() + tape.lost();
  }

  /// Writes what is there and ends. The file is whole when this returns, unless the disk
  /// hangs.
  @Override
  public void close() {
    closing = true;
    hurry.run();
    try {
      if (!done.await(CLOSE_SECONDS, TimeUnit.SECONDS))
        LOG.warn("The disk hangs: {} is not closed yet.", path);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void hurryWith(Runnable hurry) {
    this.hurry = hurry;
  }

  /// What the writer does again and again; false when there is no more to do.
  boolean write(long now) {
    if (ending != null) return false;
    boolean last = closing;
    try {
      lay(now, last);
      if (last) return end(Ending.ASKED);
      if (now - headAt < HEAD_EVERY) return true;
      file.writeHead();
      headAt = now;
      if (tape.end() >= LONGEST.toSeconds() * Law.RATE) return end(Ending.TOO_LONG);
      return isRoomLeft() || end(Ending.NO_ROOM);
    } catch (IOException | RuntimeException e) {
      LOG.warn("The recording {} ends early: {}", path, e.toString());
      return end(isRoomLeft() ? Ending.BROKEN : Ending.NO_ROOM);
    }
  }

  /// What must outlive even the machine, if it is time; true when the disk was asked.
  boolean force(long now) {
    if (ending != null || now - forcedAt < FORCE_EVERY) return false;
    forcedAt = now;
    try {
      file.force();
    } catch (IOException e) {
      LOG.warn("The recording {} ends early: {}", path, e.toString());
      end(isRoomLeft() ? Ending.BROKEN : Ending.NO_ROOM);
    }
    return true;
  }

  /// The first packet may have been overtaken, so the second round decides where the file
  /// begins.
  private void lay(long now, boolean last) throws IOException {
    boolean begun = tape.origin() != Gaps.NOWHERE;
    if (!begun && !ring.isEmpty()) {
      if (!waited && !last) {
        waited = true;
        return;
      }
      tape.begin(ring.earliest());
      began = now;
    }
    tape.expect((now - began) * Law.RATE / 1_000_000_000L, gaps.all());
    while (ring.take(tape)) {}
    tape.flush();
    gaps.write(tape.origin());
  }

  private boolean end(Ending why) {
    try (file;
        gaps) {
      file.finish();
    } catch (IOException e) {
      LOG.warn("The recording {} is not whole and wants repair: {}", path, e.toString());
    }
    ending = why;
    done.countDown();
    try {
      ended.accept(why);
    } catch (RuntimeException e) {
      LOG.error("Nobody could be told that the recording {} ended", path, e);
    }
    return false;
  }

  private boolean isRoomLeft() {
    try {
      return Files.getFileStore(path).getUsableSpace() > keepFree;
    } catch (IOException e) {
      return true;
    }
  }
}
