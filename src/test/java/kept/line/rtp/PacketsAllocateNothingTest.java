package kept.line.rtp;

import static kept.line.rtp.Packets.LENGTH;
import static kept.line.rtp.Packets.rtp;
import static kept.line.rtp.SrtpContextTest.MASTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/// Nothing is allocated for a packet: what a thread allocates over many packets is not their
/// number's.
class PacketsAllocateNothingTest {
  private static final int PACKETS = 20_000;

  private static void assertFree(IntConsumer packet) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < PACKETS; i++) packet.accept(i);
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = PACKETS; i < 2 * PACKETS; i++) packet.accept(i);
    long after = threads.getCurrentThreadAllocatedBytes();

    assertThat(after - before).isLessThan(PACKETS);
  }

  @Test
  void protectingAndOpening() {
    var out = new SrtpContext(MASTER, 10);
    var in = new SrtpContext(MASTER, 10);
    var packet = rtp(7, 0);

    assertFree(i -> {
      Bytes.put16(packet, 2, i);
      if (in.open(packet, out.protect(packet, LENGTH)) != LENGTH) throw new AssertionError(i);
    });
  }

  @Test
  void reportsInTheClearAndEncrypted() {
    var rtcp = new Rtcp(1, "abcdefgh");
    var heard = new Reception();
    var out = new SrtcpContext(MASTER);
    var in = new SrtcpContext(MASTER);
    var packet = new byte[Rtcp.LONGEST];

    assertFree(i -> {
      heard.arrived(2, i & 0xFFFF, i * 160, i * 161);
      rtcp.said(i * 160, i, i * 160L);
      int length = rtcp.report(packet, i, heard);
      int opened = in.open(packet, out.protect(packet, length));
      if (!rtcp.read(packet, opened, i)) throw new AssertionError(i);
    });
  }

  @Test
  void digits() {
    var detector = new DigitDetector();
    var event = new byte[] {5, 10, 0, (byte) 160};

    assertFree(i -> detector.feed(i / 10 * 1920, i % 10 == 0, event, 0, 4));
  }
}
