package kept.line.rtp;

/// Puts the packets of one way in their place by sequence number (RFC 3550, appendix A.1), and
/// knows those that came before.
///
/// One selector loop owns it.
final class Arrivals {
  /// A step forward beyond this is no loss: another stream's numbers, or a forger's.
  private static final int MAX_DROPOUT = 3000;

  /// Packets so far behind can still be told from their duplicates: 1.3 s at 20 ms.
  private static final int WINDOW = 64;

  /// How many packets of a new SSRC it takes until the old one may speak again. Packets of
  /// both cross on the way when a phone changes over.
  private static final int SETTLING = 25;

  private boolean begun;
  private int ssrc;
  private int left;
  private long sinceChange;
  private int sequence;
  private int expected = -1;
  private long seen;
  private long index;
  private boolean restarted;

  /// False for a duplicate, one that comes too late, one that belongs to another stream.
  boolean admits(int ssrc, int sequence) {
    if (!begun || ssrc != this.ssrc) return changes(ssrc, sequence);
    restarted = false;
    int ahead = (short) (sequence - this.sequence);
    if (ahead > 0 && ahead <= MAX_DROPOUT) return advances(ahead, sequence);
    if (ahead <= 0 && ahead > -WINDOW) return fillsGap(ahead);
    boolean second = sequence == expected;
    expected = sequence + 1 & 0xFFFF;
    return second && restarts(sequence);
  }

  /// Place of a packet just admitted, counted on over wraps and restarts.
  long index(int sequence) {
    return index + (short) (sequence - this.sequence);
  }

  /// Whether the packet just admitted begins something new.
  boolean restarted() {
    return restarted;
  }

  /// Whether the packet just admitted is the newest.
  boolean isNewest(int sequence) {
    return sequence == this.sequence;
  }

  private boolean changes(int ssrc, int sequence) {
    if (begun && ssrc == left && sinceChange < SETTLING) return false;
    left = begun ? this.ssrc : ssrc;
    sinceChange = begun ? 0 : SETTLING;
    this.ssrc = ssrc;
    return restarts(sequence);
  }

  private boolean advances(int ahead, int sequence) {
    seen = ahead >= WINDOW ? 1 : seen << ahead | 1;
    this.sequence = sequence;
    index += ahead;
    sinceChange++;
    expected = -1;
    return true;
  }

  private boolean fillsGap(int ahead) {
    long bit = 1L << -ahead;
    if ((seen & bit) != 0) return false;
    seen |= bit;
    return true;
  }

  /// Places before a restart count as seen: they were another stream's.
  private boolean restarts(int sequence) {
    seen = begun ? -1 : 1;
    index += begun ? 1 : WINDOW;
    begun = true;
    this.sequence = sequence;
    expected = -1;
    restarted = true;
    return true;
  }
}
