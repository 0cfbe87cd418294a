package kept.line.rtp;

import static kept.line.rtp.Packets.LENGTH;
import static kept.line.rtp.Packets.rtp;
import static kept.line.rtp.SrtpContextTest.MASTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// 100,000 torn and changed packets each, always the same ones: refused or understood, never
/// an exception, nothing that grows.
class RtpFuzzTest {
  private static final int ROUNDS = 100_000;

  private final Random random = new Random(3550);

  /// A copy with up to 8 bytes changed, cut or filled up to a length of its own.
  private byte[] mutated(byte[] packet, int length) {
    int size = random.nextInt(4) == 0 ? random.nextInt(2 * length) : length;
    var bytes = Arrays.copyOf(Arrays.copyOf(packet, length), size);
    for (int i = random.nextInt(9); i > 0 && size > 0; i--)
      bytes[random.nextInt(random.nextBoolean() ? Math.min(size, 16) : size)] =
          (byte) random.nextInt();
    return bytes;
  }

  @Test
  void aChangedPacketIsNeverOpened() {
    var out = new SrtpContext(MASTER, 10);
    var in = new SrtpContext(MASTER, 10);

    for (int i = 0; i < ROUNDS; i++) {
      var packet = rtp(1, i & 0xFFFF);
      int length = out.protect(packet, LENGTH);
      var changed = mutated(packet, length);
      boolean same = Arrays.equals(changed, Arrays.copyOf(packet, length));
      int opened = in.open(changed, changed.length);
      if (opened >= 0 != same) throw new AssertionError("round " + i);
    }
  }

  @Test
  void anyBytesMayBeProtected() {
    for (int i = 0; i < ROUNDS; i++) {
      if (i % 1000 == 0) random.setSeed(i);
      var bytes = Arrays.copyOf(mutated(rtp(1, i & 0xFFFF), LENGTH), 400);
      int length = random.nextInt(400);
      int protectedLength = CONTEXT.protect(bytes, length);
      assertThat(protectedLength == -1 || protectedLength == length + 10).isTrue();
    }
  }

  private static final SrtpContext CONTEXT = new SrtpContext(MASTER, 10);

  @Test
  void aChangedReportIsNeverOpenedAndNeverHarms() {
    var out = new SrtcpContext(MASTER);
    var in = new SrtcpContext(MASTER);
    var ours = new Rtcp(1, "abcdefgh");
    var theirs = new Rtcp(2, "ijk");
    var heard = new Reception();
    for (int i = 0; i < 10; i++) heard.arrived(1, i, 0, 0);
    var packet = new byte[Rtcp.LONGEST];

    for (int i = 0; i < ROUNDS; i++) {
      theirs.said(i, i, i);
      int clear = theirs.goodbye(packet, theirs.report(packet, (long) i << 30, heard));
      var report = mutated(packet, clear);
      ours.read(report, report.length, random.nextLong());
      ours.read(report, random.nextInt(200), random.nextLong());

      int length = out.protect(packet, clear);
      var changed = mutated(packet, length);
      boolean same = Arrays.equals(changed, Arrays.copyOf(packet, length));
      if (in.open(changed, changed.length) >= 0 != same) throw new AssertionError("round " + i);
    }
    assertThat(ours.malformed()).isGreaterThan(ROUNDS);
    assertThat(ours.roundTripMillis()).isBetween(0.0, 30_000.0);
  }

  @Test
  void anyNumbersMayArrive() {
    var reception = new Reception();
    var block = new byte[Reception.BLOCK];

    for (int i = 0; i < ROUNDS; i++) {
      int ssrc = random.nextInt(20) == 0 ? random.nextInt(3) : 1;
      int sequence = random.nextInt(10) == 0 ? random.nextInt(1 << 16) : i & 0xFFFF;
      reception.arrived(ssrc, sequence, random.nextInt(), random.nextInt());
      if (i % 100 == 0) reception.report(block, 0, 0, 0);
      assertThat(reception.lossFraction()).isBetween(0.0, 1.0);
      assertThat(reception.jitterMillis()).isBetween(0.0, 1000.0);
      assertThat(reception.received()).isLessThanOrEqualTo(i + 1L);
    }
  }

  @Test
  void anyEventMayArrive() {
    var detector = new DigitDetector();
    var bytes = new byte[8];

    for (int i = 0; i < ROUNDS; i++) {
      random.nextBytes(bytes);
      char digit =
          detector.feed(random.nextInt(), random.nextBoolean(), bytes, 4, random.nextInt(5));
      assertThat(digit == 0 || "0123456789*#ABCD".indexOf(digit) >= 0).isTrue();
    }
  }
}
