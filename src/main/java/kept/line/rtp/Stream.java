package kept.line.rtp;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/// The numbers of what we send on one leg: one SSRC, and sequence and timestamp that run on
/// whatever is played. The claim of its [Outgoing] guards it; counters may be read by anyone.
final class Stream {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Shorter pauses between two sources are closed up rather than heard as a jump: 50 ms.
  private static final int SEAM = 400;

  private final DatagramChannel channel;
  private final int ssrc = RANDOM.nextInt();
  private final int firstTimestamp = RANDOM.nextInt();
  private final AtomicLong packets = new AtomicLong();
  private final AtomicLong octets = new AtomicLong();
  private final AtomicLong unsent = new AtomicLong();

  /// Starts below 2^15, so that SRTP's far side cannot guess a wrong roll-over (RFC 3711,
  /// 3.3.1).
  private long sequence = RANDOM.nextInt(1 << 15);

  private long position;

  Stream(DatagramChannel channel) {
    this.channel = channel;
  }

  int ssrc() {
    return ssrc;
  }

  /// The next sequence number, counted on over wraps.
  long sequence() {
    return sequence;
  }

  /// Behind the last sample that was sent.
  long position() {
    return position;
  }

  /// Where a new source starts: behind the last, or now when that was a while ago.
  long seam(long elapsed) {
    return elapsed - position < SEAM ? position : elapsed;
  }

  void reach(long position) {
    this.position = Math.max(this.position, position);
  }

  int timestamp(long position) {
    return firstTimestamp + (int) position;
  }

  long packets() {
    return packets.get();
  }

  long octets() {
    return octets.get();
  }

  /// Sends what [Scratch#said] describes and `out` holds behind the header.
  void send(Scratch scratch, Terms terms) {
    var packet = scratch.said;
    packet.sequence = (int) packet.index & 0xFFFF;
    packet.timestamp = timestamp(packet.position);
    packet.ssrc = ssrc;
    packet.write(scratch.out);
    sequence = Math.max(sequence, packet.index + 1);
    var target = terms.rtp().target();
    int size = target == null ? -1 : terms.seal(scratch.out, RtpPacket.HEADER + packet.length);
    if (target == null || size < 0) return;
    try {
      scratch.send(channel, size, target);
      packets.incrementAndGet();
      octets.addAndGet(packet.length);
    } catch (IOException | UnsupportedAddressTypeException e) {
      unsent.incrementAndGet();
    }
  }
}
