package kept.line.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kept.line.rtp.G711;
import kept.line.rtp.Law;

/// Lays pieces of both ways side by side, each where its position says, and keeps the file's
/// last two seconds in memory so that a late one still finds its place.
///
/// Where nothing came it is silent; a piece that comes twice lies twice on the same place. The
/// writer's thread uses it; only the origin is seen by others.
final class Tape implements PacketRing.Taker {
  /// Two seconds: a packet that is later than that is lost.
  static final int FRAMES = 16_384;

  /// No party is so far ahead of our clock; a position beyond it is not believed, since the
  /// way there would be filled with silence.
  static final long AHEAD = 60L * Law.RATE;

  private static final byte SILENCE = (byte) 0xFF;
  private static final byte[] FROM_ALAW = new byte[256];

  static {
    for (int i = 0; i < 256; i++)
      FROM_ALAW[i] = G711.encode(Law.PCMU, G711.decode(Law.PCMA, (byte) i));
  }

  private final RecordingFile file;
  private final byte[] both = new byte[FRAMES * RecordingFile.FRAME];
  private final ByteBuffer bytes = ByteBuffer.wrap(both);
  private volatile long origin = Gaps.NOWHERE;
  private List<Gap> gaps = List.of();
  private long end;
  private long believed;
  private long changedFrom = Long.MAX_VALUE;
  private long changedTo;
  private final AtomicLong lost = new AtomicLong();

  Tape(RecordingFile file) {
    this.file = file;
  }

  /// The position of the first frame, [Gaps#NOWHERE] before it is known.
  long origin() {
    return origin;
  }

  void begin(long position) {
    origin = position;
  }

  /// What the coming pieces are judged by: how long the recording runs, and what is to be
  /// silent.
  void expect(long elapsed, List<Gap> gaps) {
    believed = elapsed + AHEAD;
    this.gaps = gaps;
  }

  long end() {
    return end;
  }

  /// Pieces that came too late or from nowhere.
  long lost() {
    return lost.get();
  }

  @Override
  public void piece(int way, Law law, long position, byte[] sound, int offset, int length)
      throws IOException {
    long at = position - origin;
    if (!reach(at + length)) return;
    for (int i = 0; i < length; i++) {
      if (at + i < first()) continue;
      var coded = sound[offset + i];
      both[slot(at + i) + way] = law == Law.PCMU ? coded : FROM_ALAW[coded & 0xFF];
    }
    for (var gap : gaps) silence(way, gap, position, length);
    changed(Math.max(at, first()), at + length);
  }

  @Override
  public void muted(long position, int length) throws IOException {
    reach(position - origin + length);
  }

  /// Writes what changed since it was written last.
  void flush() throws IOException {
    while (changedFrom < changedTo) {
      int from = slot(changedFrom);
      int length =
          (int) Math.min((changedTo - changedFrom) * RecordingFile.FRAME, both.length - from);
      file.write(changedFrom, bytes.limit(from + length).position(from));
      changedFrom += length / RecordingFile.FRAME;
    }
    changedFrom = Long.MAX_VALUE;
    changedTo = 0;
  }

  /// Unrolls silence up to a frame; false where the frame is behind us or beyond belief.
  private boolean reach(long to) throws IOException {
    if (to <= first() || to > believed) {
      lost.getAndIncrement();
      return false;
    }
    while (end < to) {
      long step = Math.min(to - end, FRAMES / 2);
      if (changedFrom < end + step - FRAMES) flush();
      for (long frame = end; frame < end + step; frame++)
        Arrays.fill(both, slot(frame), slot(frame) + RecordingFile.FRAME, SILENCE);
      changed(end, end + step);
      end += step;
    }
    return true;
  }

  private void silence(int way, Gap gap, long position, int length) {
    long to = Math.min(gap.to(), position + length);
    for (long at = Math.max(gap.from(), position); at < to; at++)
      if (at - origin >= first()) both[slot(at - origin) + way] = SILENCE;
  }

  private void changed(long from, long to) {
    changedFrom = Math.min(changedFrom, from);
    changedTo = Math.max(changedTo, to);
  }

  /// The earliest frame that is still in memory.
  private long first() {
    return Math.max(0, end - FRAMES);
  }

  private static int slot(long frame) {
    return (int) (frame & (FRAMES - 1)) * RecordingFile.FRAME;
  }
}
