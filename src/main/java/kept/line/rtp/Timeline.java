package kept.line.rtp;

/// Places what a party says on the leg's own timeline, whatever its timestamps start at and
/// jump to.
///
/// As long as timestamps and our clock agree, timestamps decide; where they part, the clock
/// sets them anew. One selector loop owns it.
final class Timeline {
  /// Farther apart than any jitter: the far side started its clock anew.
  private static final int ASTRAY = 5 * Law.RATE;

  /// At the start of speech less is enough: some phones stop their clock on hold.
  private static final int ASTRAY_AT_MARKER = Law.RATE;

  private int timestamp;
  private long position;
  private long end;
  private boolean adrift;
  private boolean moved;

  /// Where this audio belongs; `elapsed` is now, in samples since the leg opened.
  long place(RtpPacket packet, boolean newest, long elapsed) {
    long at = position + (packet.timestamp - timestamp);
    long astray = Math.abs(at - elapsed);
    moved = adrift
        || packet.restarts
        || (newest && astray > (packet.marker ? ASTRAY_AT_MARKER : ASTRAY))
        || (newest && at < 0);
    if (moved) at = Math.max(end, elapsed);
    if (!newest) return at;
    adrift = false;
    timestamp = packet.timestamp;
    position = at;
    end = Math.max(end, at + packet.length);
    return at;
  }

  /// Where a digit belongs, whose packets all bear the timestamp of its start.
  long placeDigit(RtpPacket packet, long elapsed) {
    moved = adrift || packet.restarts;
    adrift = false;
    if (moved) {
      timestamp = packet.timestamp;
      position = Math.max(end, elapsed);
    }
    return position + (packet.timestamp - timestamp);
  }

  /// What is not heard has no place; but where it began a new stream, the next is placed anew.
  void pass(RtpPacket packet) {
    moved = false;
    adrift |= packet.restarts;
  }

  /// Whether the packet just placed was set by the clock.
  boolean moved() {
    return moved;
  }
}
