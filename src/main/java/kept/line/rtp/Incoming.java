package kept.line.rtp;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/// What a leg's party says: checked, placed on the timeline, given to sinks, digits and the
/// legs that hear it. The leg's selector loop owns it.
final class Incoming {
  /// 120 ms; longer packets are nobody's voice.
  static final int MAX_AUDIO = 960;

  private final MediaLeg leg;
  private final Arrivals arrivals = new Arrivals();
  private final Timeline timeline = new Timeline();
  private final DigitDetector detector = new DigitDetector();
  private final Reception reception = new Reception();
  private final AtomicLong refused = new AtomicLong();

  Incoming(MediaLeg leg) {
    this.leg = leg;
  }

  Reception reception() {
    return reception;
  }

  long refused() {
    return refused.get();
  }

  /// The datagram in `scratch.in`.
  void take(Scratch scratch, InetSocketAddress from) {
    var terms = leg.terms();
    var packet = scratch.heard;
    if (terms == null || !terms.rtp().admits(from)) {
      refused.incrementAndGet();
      return;
    }
    if (!isSound(packet, terms, scratch)) {
      refused.incrementAndGet();
      return;
    }
    terms.rtp().settle(from);
    count(packet);
    leg.hears();
    if (terms.receives() && arrivals.admits(packet.ssrc, packet.sequence)) give(packet, scratch);
  }

  private boolean isSound(RtpPacket packet, Terms terms, Scratch scratch) {
    int size = scratch.received;
    if (size > Scratch.LIMIT || !packet.readHeader(scratch.in, size)) return false;
    int clear = terms.open(scratch.in, size);
    if (clear < 0 || !packet.read(scratch.in, clear)) return false;
    packet.kind = terms.kind(packet.payloadType);
    var law = terms.law(packet.payloadType);
    if (law != null) packet.law = law;
    return switch (packet.kind) {
      case AUDIO -> packet.length > 0 && packet.length <= MAX_AUDIO;
      case DIGITS -> packet.length >= 4;
      case NOISE -> true;
      case UNKNOWN -> !terms.rtp().isOpen();
    };
  }

  private void give(RtpPacket packet, Scratch scratch) {
    packet.index = arrivals.index(packet.sequence);
    packet.restarts = arrivals.restarted();
    if (packet.restarts) detector.restart();
    place(packet);
    packet.key = packet.kind == PayloadKind.DIGITS ? detect(packet, scratch.in) : 0;
    if (packet.position < 0) return;
    if (leg.isMuted()) silence(packet, scratch.in);
    if (packet.kind == PayloadKind.AUDIO) leg.taps().heard(packet, packet.law, scratch.in);
    leg.listeners().hear(leg, scratch);
  }

  private static void silence(RtpPacket packet, byte[] bytes) {
    if (packet.kind != PayloadKind.AUDIO) return;
    int end = packet.offset + packet.length;
    Arrays.fill(bytes, packet.offset, end, G711.silence(packet.law));
  }

  /// Duplicates too, as RFC 3550 counts.
  private void count(RtpPacket packet) {
    if (packet.kind == PayloadKind.AUDIO)
      reception.arrived(packet.ssrc, packet.sequence, packet.timestamp, (int) leg.elapsed());
    else reception.arrived(packet.ssrc, packet.sequence);
  }

  private char detect(RtpPacket packet, byte[] bytes) {
    char digit =
        detector.feed(packet.timestamp, packet.marker, bytes, packet.offset, packet.length);
    if (digit != 0) leg.tellPressed(digit);
    return digit;
  }

  private void place(RtpPacket packet) {
    boolean newest = arrivals.isNewest(packet.sequence);
    long elapsed = leg.elapsed();
    switch (packet.kind) {
      case AUDIO -> packet.position = timeline.place(packet, newest, elapsed);
      case DIGITS -> packet.position = timeline.placeDigit(packet, elapsed);
      case NOISE, UNKNOWN -> {
        packet.position = elapsed;
        timeline.pass(packet);
      }
    }
    packet.restarts |= timeline.moved();
  }
}
