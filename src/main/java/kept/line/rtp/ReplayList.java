package kept.line.rtp;

/// The indexes that one stream has used: the highest, and which of the 128 up to it (RFC 3711,
/// section 3.3.2).
final class ReplayList {
  static final int WINDOW = 128;

  private final int ssrc;
  private long highest;

  /// Bit n stands for `highest - n`, and `highest - 64 - n`.
  private long recent;

  private long older;

  ReplayList(int ssrc, long first) {
    this.ssrc = ssrc;
    highest = first;
    recent = 1;
  }

  int ssrc() {
    return ssrc;
  }

  long highest() {
    return highest;
  }

  /// False for an index that was used, or lies so far back that nobody knows.
  boolean isFresh(long index) {
    long behind = highest - index;
    if (behind < 0) return true;
    if (behind >= WINDOW) return false;
    long bits = behind < 64 ? recent : older;
    return (bits >>> (behind & 63) & 1) == 0;
  }

  void use(long index) {
    long behind = highest - index;
    if (behind < 0) advance(-behind);
    else if (behind < 64) recent |= 1L << behind;
    else if (behind < WINDOW) older |= 1L << (behind - 64);
  }

  private void advance(long by) {
    highest += by;
    if (by >= WINDOW) {
      older = 0;
      recent = 0;
    } else if (by >= 64) {
      older = recent << (by - 64);
      recent = 0;
    } else {
      older = older << by | recent >>> (64 - by);
      recent <<= by;
    }
    recent |= 1;
  }
}
