package kept.line.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// The pauses of one recording, and their log beside its file.
///
/// A line is written for each pause and each resumption, and is on the disk before the sound
/// after it: [GapLog] reads them again after a crash. Any thread pauses and resumes, the
/// writer logs.
final class Gaps implements AutoCloseable {
  /// Before the first packet.
  static final long NOWHERE = Long.MIN_VALUE;

  private final Path log;
  private final ConcurrentLinkedQueue<Moment> unwritten = new ConcurrentLinkedQueue<>();
  private volatile List<Gap> gaps = List.of();
  private @Nullable FileChannel channel;

  Gaps(Path recording) {
    log = GapLog.of(recording);
  }

  /// Where in the file a position is; what came before the first packet is at its beginning.
  static long since(long origin, long position) {
    return origin == NOWHERE || position <= origin ? 0 : position - origin;
  }

  synchronized boolean begin(long position, Instant at, String by) {
    if (isPaused()) return false;
    var longer = new ArrayList<>(gaps);
    longer.add(new Gap(position, Gap.OPEN, at, by, null, null));
    gaps = List.copyOf(longer);
    unwritten.add(new Moment(true, position, at, by));
    return true;
  }

  synchronized boolean end(long position, Instant at, String by) {
    if (!isPaused()) return false;
    var changed = new ArrayList<>(gaps);
    changed.add(changed.removeLast().resumed(position, at, by));
    gaps = List.copyOf(changed);
    unwritten.add(new Moment(false, position, at, by));
    return true;
  }

  /// In positions of the call; those of the file are theirs since its origin.
  List<Gap> all() {
    return gaps;
  }

  void write(long origin) throws IOException {
    for (var moment = unwritten.peek(); moment != null; moment = unwritten.peek()) {
      var sample = since(origin, moment.position);
      append(GapLog.line(moment.pause, sample, moment.at, moment.by));
      unwritten.remove();
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) channel.close();
  }

  private boolean isPaused() {
    return !gaps.isEmpty() && gaps.getLast().resumedAt() == null;
  }

  private void append(String line) throws IOException {
    if (channel == null) {
      var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      channel = FileChannel.open(log, options, RecordingFile.ownersOnly());
    }
    var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) channel.write(bytes);
    channel.force(false);
  }

  private record Moment(boolean pause, long position, Instant at, String by) {}
}
