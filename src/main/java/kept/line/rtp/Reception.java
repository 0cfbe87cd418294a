package kept.line.rtp;

/// What came of a stream that somebody sends: RFC 3550, appendix A.1 (sequence), A.3 (loss)
/// and A.8 (jitter).
///
/// One thread notes and reports; others may read the figures, which are then a packet behind.
final class Reception {
  /// Packets in order before a source is believed.
  static final int MIN_SEQUENTIAL = 2;

  /// A step forward beyond this, or back beyond the next, is a source that started anew.
  static final int MAX_DROPOUT = 3000;

  static final int MAX_MISORDER = 100;

  /// Bytes of a report block (section 6.4.1).
  static final int BLOCK = 24;

  private static final int SEQUENCES = 1 << 16;
  private static final int NONE = SEQUENCES + 1;

  /// A timestamp that is off by more than a second tells of a new timeline, not of jitter.
  private static final int JUMP = Law.RATE;

  private boolean begun;
  private int ssrc;
  private int highest;
  private int cycles;
  private int base;
  private int bad = NONE;
  private int probation;
  private long count;
  private long expectedBefore;
  private long countBefore;

  private boolean timed;
  private int transit;

  /// Scaled by 16 (appendix A.8).
  private int jitter;

  private long endedExpected;
  private long endedCount;

  /// A packet of audio.
  ///
  /// @param arrival when it came, in samples of any clock of ours
  /// @return whether the source is believed by now
  boolean arrived(int ssrc, int sequence, int timestamp, int arrival) {
    boolean valid = arrived(ssrc, sequence);
    if (valid) time(arrival - timestamp);
    return valid;
  }

  /// A packet whose timestamp says nothing of when it was sent: a telephone-event.
  boolean arrived(int ssrc, int sequence) {
    if (!begun || ssrc != this.ssrc) begin(ssrc, sequence);
    return update(sequence);
  }

  private void begin(int ssrc, int sequence) {
    if (begun && probation == 0) end();
    begun = true;
    this.ssrc = ssrc;
    restart(sequence);
    highest = sequence - 1 & 0xFFFF;
    probation = MIN_SEQUENTIAL;
    timed = false;
    jitter = 0;
  }

  private void end() {
    endedExpected += expectedNow();
    endedCount += count;
  }

  /// `init_seq`.
  private void restart(int sequence) {
    base = sequence;
    highest = sequence;
    bad = NONE;
    cycles = 0;
    count = 0;
    countBefore = 0;
    expectedBefore = 0;
  }

  /// `update_seq`.
  private boolean update(int sequence) {
    int ahead = sequence - highest & 0xFFFF;
    if (probation > 0) return probe(sequence, ahead);
    if (ahead < MAX_DROPOUT) {
      if (sequence < highest) cycles += SEQUENCES;
      highest = sequence;
    } else if (ahead <= SEQUENCES - MAX_MISORDER) {
      if (sequence != bad) {
        bad = sequence + 1 & 0xFFFF;
        return false;
      }
      end();
      restart(sequence);
      timed = false;
    }
    count++;
    return true;
  }

  private boolean probe(int sequence, int ahead) {
    highest = sequence;
    probation = ahead == 1 ? probation - 1 : MIN_SEQUENTIAL - 1;
    if (probation > 0) return false;
    // The packets on probation came, too: the RFC's own code forgets them.
    restart(sequence);
    base = sequence - (MIN_SEQUENTIAL - 1) & 0xFFFF;
    if (base > sequence) cycles = SEQUENCES;
    count = MIN_SEQUENTIAL;
    return true;
  }

  private void time(int transit) {
    int difference = Math.abs(transit - this.transit);
    this.transit = transit;
    if (timed && difference >= 0 && difference < JUMP) jitter += difference - ((jitter + 8) >> 4);
    timed = true;
  }

  /// The extended highest sequence number.
  int extendedHighest() {
    return cycles + highest;
  }

  private long expectedNow() {
    return begun && probation == 0 ? (extendedHighest() & 0xFFFFFFFFL) - base + 1 : 0;
  }

  long expected() {
    return endedExpected + expectedNow();
  }

  long received() {
    return endedCount + count;
  }

  /// Never less than nothing, though duplicates may make it so on the wire.
  long lost() {
    return Math.max(0, expected() - received());
  }

  double lossFraction() {
    long expected = expected();
    return expected == 0 ? 0 : (double) lost() / expected;
  }

  double jitterMillis() {
    return jitter / 16.0 * 1000 / Law.RATE;
  }

  /// Whether there is a source to report on.
  boolean isHearing() {
    return begun && probation == 0;
  }

  /// Writes a report block and begins the next interval.
  ///
  /// @param lastReport LSR: the middle of the NTP time of their last sender report, or 0
  /// @param sinceThen DLSR: how long ago it came, in 1/65536 s
  void report(byte[] to, int at, int lastReport, int sinceThen) {
    long expected = expectedNow();
    long expectedSince = expected - expectedBefore;
    long lostSince = expectedSince - (count - countBefore);
    expectedBefore = expected;
    countBefore = count;
    boolean none = expectedSince == 0 || lostSince <= 0;
    int fraction = none ? 0 : (int) Math.min(255, (lostSince << 8) / expectedSince);
    int lost = (int) Math.clamp(expected - count, -0x800000L, 0x7FFFFFL);
    Bytes.put32(to, at, ssrc);
    Bytes.put32(to, at + 4, fraction << 24 | (lost & 0xFFFFFF));
    Bytes.put32(to, at + 8, extendedHighest());
    Bytes.put32(to, at + 12, jitter >> 4);
    Bytes.put32(to, at + 16, lastReport);
    Bytes.put32(to, at + 20, sinceThen);
  }
}
