package kept.line.speech;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import kept.line.rtp.Law;

/// Carries a leg's packets from the media threads to the thread that writes them down.
///
/// Any thread puts, one takes. Putting never waits and never allocates: where the ring is
/// full, the packet is dropped and counted. A slot's turn says whose it is: its number when it
/// is free, one more when it is filled (the bounded queue of Dmitry Vyukov).
final class PacketRing {
  /// Ten seconds of both ways at 20 ms a packet: so long a disk may hang.
  static final int SLOTS = 1024;

  /// Samples in a slot; a longer packet takes several.
  static final int PIECE = 160;

  private static final int RIGHT = 1;
  private static final int ALAW = 2;
  private static final int MUTED = 4;

  private final AtomicLong tail = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLongArray turns = new AtomicLongArray(SLOTS);
  private final long[] positions = new long[SLOTS];
  private final int[] lengths = new int[SLOTS];
  private final byte[] marks = new byte[SLOTS];
  private final byte[] sound = new byte[SLOTS * PIECE];
  private long head;

  PacketRing() {
    for (int slot = 0; slot < SLOTS; slot++) turns.set(slot, slot);
  }

  /// The muted bytes themselves stay outside: only their place goes in.
  void put(
      boolean right, boolean muted, long position, Law law, byte[] bytes, int offset, int length) {
    int marks = (right ? RIGHT : 0) | (law == Law.PCMA ? ALAW : 0) | (muted ? MUTED : 0);
    for (int done = 0; done < length; done += PIECE)
      piece((byte) marks, position + done, bytes, offset + done, Math.min(PIECE, length - done));
  }

  boolean isEmpty() {
    return turns.get(slot(head)) != head + 1;
  }

  long dropped() {
    return dropped.get();
  }

  /// The earliest position that waits.
  long earliest() {
    long earliest = Long.MAX_VALUE;
    for (long at = head; at < head + SLOTS && turns.get(slot(at)) == at + 1; at++)
      earliest = Math.min(earliest, positions[slot(at)]);
    return earliest;
  }

  /// Hands the longest waiting piece to the taker; false where none waits.
  boolean take(Taker taker) throws IOException {
    if (isEmpty()) return false;
    int slot = slot(head);
    try {
      if ((marks[slot] & MUTED) != 0) taker.muted(positions[slot], lengths[slot]);
      else
        taker.piece(
            marks[slot] & RIGHT,
            (marks[slot] & ALAW) == 0 ? Law.PCMU : Law.PCMA,
            positions[slot],
            sound,
            slot * PIECE,
            lengths[slot]);
    } finally {
      turns.set(slot, head + SLOTS);
      head++;
    }
    return true;
  }

  private void piece(byte mark, long position, byte[] bytes, int offset, int length) {
    long turn = tail.get();
    while (true) {
      long found = turns.get(slot(turn));
      if (found < turn) {
        dropped.getAndIncrement();
        return;
      }
      if (found == turn && tail.compareAndSet(turn, turn + 1)) break;
      turn = tail.get();
    }
    int slot = slot(turn);
    marks[slot] = mark;
    positions[slot] = position;
    lengths[slot] = length;
    if ((mark & MUTED) == 0) System.arraycopy(bytes, offset, sound, slot * PIECE, length);
    turns.set(slot, turn + 1);
  }

  private static int slot(long turn) {
    return (int) (turn & (SLOTS - 1));
  }

  /// Where pieces go.
  interface Taker {
    /// @param way 0 for what was heard, 1 for what was said
    void piece(int way, Law law, long position, byte[] bytes, int offset, int length)
        throws IOException;

    void muted(long position, int length) throws IOException;
  }
}
