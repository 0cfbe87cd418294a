package kept.line.rtp;

import static kept.line.rtp.SrtpCipherTest.hex;
import static kept.line.rtp.SrtpContextTest.MASTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// RFC 3711, section 3.4.
class SrtcpContextTest {
  private static final byte[] REPORT = hex("81C8000BCAFEBABE" + "AB".repeat(16));

  private final SrtcpContext out = new SrtcpContext(MASTER);
  private final SrtcpContext in = new SrtcpContext(MASTER);

  /// The second packet under the keys of appendix B.3, as implementations show each other.
  @Test
  void aKnownPacketIsProtectedAsEverywhere() {
    next();

    assertThat(next())
        .isEqualTo(hex("81C8000BCAFEBABE"
            + "7128035BE487B9BDBEF89041F977A5A8"
            + "80000001993E08CD54D6C1230798"));
  }

  @Test
  void aReportComesBackAsItWasOnce() {
    var packet = next();
    var again = packet.clone();

    assertThat(in.open(packet, packet.length)).isEqualTo(REPORT.length);
    assertThat(Arrays.copyOf(packet, REPORT.length)).isEqualTo(REPORT);
    assertThat(in.open(again, again.length)).isEqualTo(-1);
  }

  @Test
  void aChangedBitIsRefused() {
    var packet = next();

    for (int bit = 0; bit < packet.length * 8; bit++) {
      var changed = packet.clone();
      changed[bit / 8] ^= (byte) (1 << (bit & 7));
      assertThat(in.open(changed, changed.length)).isEqualTo(-1);
    }
    assertThat(in.open(packet, packet.length)).isEqualTo(REPORT.length);
  }

  @Test
  void whatHasNoRoomIsRefused() {
    assertThat(out.protect(REPORT.clone(), REPORT.length)).isEqualTo(-1);
    assertThat(in.open(new byte[8], 8)).isEqualTo(-1);
    assertThat(in.open(next(), 100)).isEqualTo(-1);
  }

  private byte[] next() {
    var packet = Arrays.copyOf(REPORT, REPORT.length + 14);
    assertThat(out.protect(packet, REPORT.length)).isEqualTo(packet.length);
    return packet;
  }
}
