package kept.line.rtp;

/// Tells a press from the many packets that carry it (RFC 4733, section 2.5).
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |     event     |E|R| volume    |          duration             |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// ```
///
/// An event is known by the RTP timestamp that all its packets share, so it is one digit whichever
/// of them are lost, doubled or late. It is told with the first that comes. Not for several
/// threads.
final class DigitDetector {
  private static final String DIGITS = "0123456789*#ABCD";

  /// A longer press goes on in a new segment, whose timestamp is so much later (section
  /// 2.5.1.3).
  private static final int LONGEST_SEGMENT = 0xFFFF;

  /// How many presses are remembered against late duplicates: seconds of the fastest dialling.
  private static final int REMEMBERED = 16;

  private final int[] begun = new int[REMEMBERED];
  private int count;
  private int event;
  private int timestamp;
  private int duration;
  private boolean ended;

  /// The digit of a press that was not told before, else 0. Other events than the sixteen
  /// keys, and what is too short for an event, are no digit.
  char feed(int timestamp, boolean marker, byte[] bytes, int offset, int length) {
    if (length < 4 || (bytes[offset] & 0xFF) >= DIGITS.length()) return 0;
    int event = bytes[offset];
    boolean end = (bytes[offset + 1] & 0x80) != 0;
    int duration = Bytes.get16(bytes, offset + 2);
    if (isKnown(timestamp)) {
      if (timestamp == this.timestamp && count > 0) note(end, duration);
      return 0;
    }
    boolean goesOn = !marker && isNextSegment(event, timestamp);
    remember(event, timestamp);
    note(end, duration);
    return goesOn ? 0 : DIGITS.charAt(event);
  }

  /// Their timestamps start anew: another SSRC.
  void restart() {
    count = 0;
  }

  private boolean isKnown(int timestamp) {
    for (int i = 0; i < Math.min(count, REMEMBERED); i++) if (begun[i] == timestamp) return true;
    return false;
  }

  private void note(boolean end, int duration) {
    ended |= end;
    this.duration = Math.max(this.duration, duration);
  }

  /// The packet that said how long the last segment was may be lost: then it was as long as it
  /// can be.
  private boolean isNextSegment(int event, int timestamp) {
    if (count == 0 || ended || event != this.event) return false;
    int later = timestamp - this.timestamp;
    return later == LONGEST_SEGMENT || (later > 0 && later == duration);
  }

  private void remember(int event, int timestamp) {
    begun[count % REMEMBERED] = timestamp;
    count = count + 1 == 2 * REMEMBERED ? REMEMBERED : count + 1;
    this.event = event;
    this.timestamp = timestamp;
    duration = 0;
    ended = false;
  }
}
