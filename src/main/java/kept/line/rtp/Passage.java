package kept.line.rtp;

import org.jspecify.annotations.Nullable;

/// Carries a peer's numbers over onto our own stream: one distance for sequence numbers, one
/// for positions, set when the peer starts to be heard.
///
/// No sequence number is ever used twice: under SRTP that would be one key stream for two
/// packets. Its [Outgoing]'s claim guards it.
final class Passage {
  private @Nullable Playing of;
  private long sequences;
  private long positions;
  private long first;
  private long highest;

  boolean leads(Playing playing) {
    return of == playing;
  }

  /// The packet at hand is the first, and takes these numbers.
  void begin(Playing playing, RtpPacket packet, long sequence, long position) {
    of = playing;
    sequences = sequence - packet.index;
    positions = position - packet.position;
    first = packet.index;
    highest = packet.index - 1;
  }

  void end() {
    of = null;
  }

  /// False for one that was overtaken by the beginning, or by a gap that we closed.
  boolean admits(long index) {
    return index >= first;
  }

  /// This one is not sent on, and what follows closes up, so that the far side counts no loss.
  void skip(long index) {
    if (index <= highest) return;
    sequences--;
    first = index + 1;
    highest = index;
  }

  long sequence(long index) {
    highest = Math.max(highest, index);
    return index + sequences;
  }

  long position(long position) {
    return position + positions;
  }
}
