package kept.line.rtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A leg's reports: ours to the party about every five seconds, theirs to us (RFC 3550,
/// section 6).
///
/// The leg's selector loop owns it.
final class Reports {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// 96 random bits, as RFC 7022 asks: a name that names nobody.
  private static final int NAME_BYTES = 12;

  private final DatagramChannel channel;
  private final Stream stream;
  private final Reception reception;
  private final Rtcp rtcp;
  private long next;
  private boolean scheduled;
  private final AtomicLong refused = new AtomicLong();

  Reports(DatagramChannel channel, Stream stream, Reception reception) {
    this.channel = channel;
    this.stream = stream;
    this.reception = reception;
    var name = new byte[NAME_BYTES];
    RANDOM.nextBytes(name);
    rtcp = new Rtcp(stream.ssrc(), HexFormat.of().formatHex(name));
  }

  Rtcp rtcp() {
    return rtcp;
  }

  long refused() {
    return refused.get();
  }

  /// The datagram in `scratch.in`. False when it is not theirs, or no report.
  boolean take(Scratch scratch, @Nullable Terms terms, InetSocketAddress from) {
    int length = scratch.received;
    if (terms != null && terms.rtcp().admits(from) && length <= Scratch.LIMIT) {
      length = terms.openReport(scratch.in, length);
      if (length >= 0 && rtcp.read(scratch.in, length, ntp())) {
        terms.rtcp().settle(from);
        return true;
      }
    }
    refused.incrementAndGet();
    return false;
  }

  /// Each 100 ms: reports when it is time.
  void round(Scratch scratch, Terms terms, long elapsed, long now) {
    if (!scheduled) {
      scheduled = true;
      next = now + Rtcp.intervalNanos(true, RANDOM.nextDouble());
    }
    if (now - next < 0) return;
    next = now + Rtcp.intervalNanos(false, RANDOM.nextDouble());
    send(scratch, terms, report(scratch, elapsed));
  }

  /// Says goodbye: the stream ends (section 6.6).
  void leave(Scratch scratch, Terms terms, long elapsed) {
    send(scratch, terms, rtcp.goodbye(scratch.out, report(scratch, elapsed)));
  }

  private int report(Scratch scratch, long elapsed) {
    rtcp.said(stream.timestamp(elapsed), stream.packets(), stream.octets());
    return rtcp.report(scratch.out, ntp(), reception);
  }

  private void send(Scratch scratch, Terms terms, int length) {
    var target = terms.rtcpTarget();
    int size = terms.sealReport(scratch.out, length);
    if (target == null || size < 0) return;
    try {
      scratch.send(channel, size, target);
    } catch (IOException | UnsupportedAddressTypeException e) {
      // as if the net had lost it: the next says the same
    }
  }

  /// Time since some beginning, as section 4 allows: unlike the clock on the wall it never
  /// steps.
  private static long ntp() {
    return Rtcp.ntp(System.nanoTime());
  }
}
