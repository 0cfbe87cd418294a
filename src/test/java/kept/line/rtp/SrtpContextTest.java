package kept.line.rtp;

import static kept.line.rtp.Packets.LENGTH;
import static kept.line.rtp.Packets.rtp;
import static kept.line.rtp.SrtpCipherTest.hex;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 3711: packets that come back as they were, and those that must not.
class SrtpContextTest {
  static final byte[] MASTER =
      hex("E1F97A0D3E018BE0D64FA32C06DE4139" + "0EC675AD498AFEEBB6960B3AABE6");
  private static final int SSRC = 0xCAFEBABE;

  private final SrtpContext out = new SrtpContext(MASTER, 10);
  private final SrtpContext in = new SrtpContext(MASTER, 10);

  /// The packet that implementations show each other, with the keys of appendix B.3.
  @Test
  void aKnownPacketIsProtectedAsEverywhere() {
    var packet = new byte[38];
    System.arraycopy(hex("800F1234DECAFBADCAFEBABE" + "AB".repeat(16)), 0, packet, 0, 28);

    assertThat(out.protect(packet, 28)).isEqualTo(38);

    assertThat(packet)
        .isEqualTo(hex("800F1234DECAFBADCAFEBABE"
            + "4E55DC4CE79978D88CA4D215949D2402"
            + "B78D6ACC99EA179B8DBB"));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 4})
  void aPacketComesBackAsItWas(int tag) {
    var sender = new SrtpContext(MASTER, tag);
    var receiver = new SrtpContext(MASTER, tag);

    for (int i = 0; i < 200_000; i += 997) {
      var packet = rtp(SSRC, i & 0xFFFF);
      int length = sender.protect(packet, LENGTH);
      assertThat(length).isEqualTo(LENGTH + tag);
      assertThat(receiver.open(packet, length)).isEqualTo(LENGTH);
      assertThat(Arrays.copyOf(packet, LENGTH))
          .isEqualTo(Arrays.copyOf(rtp(SSRC, i & 0xFFFF), LENGTH));
    }
  }

  @Test
  void headersExtensionsAndSourcesStayInTheClear() {
    var packet = new byte[64];
    System.arraycopy(
        hex("92000001000000A0CAFEBABE" + "00000001" + "00000002" + "BEDE0001" + "10AA0000"),
        0,
        packet,
        0,
        28);
    var clear = Arrays.copyOf(packet, 28);

    int length = out.protect(packet, 30);

    assertThat(Arrays.copyOf(packet, 28)).isEqualTo(clear);
    assertThat(in.open(packet, length)).isEqualTo(30);
    assertThat(packet[28]).isZero();
  }

  @Test
  void overtakenPacketsAreOpenedAcrossTheWrap() {
    var packets = new byte[300][];
    for (int i = 0; i < 300; i++) {
      packets[i] = rtp(SSRC, 65400 + i & 0xFFFF);
      out.protect(packets[i], LENGTH);
    }

    for (int i = 0; i < 300; i += 2) {
      if (i + 1 < 300 && i > 0) assertThat(in.open(packets[i + 1], LENGTH + 10)).isEqualTo(LENGTH);
      assertThat(in.open(packets[i], LENGTH + 10)).isEqualTo(LENGTH);
    }
  }

  @Test
  void aPacketIsOpenedOnce() {
    var packet = protectedPacket(1);
    assertThat(in.open(packet.clone(), packet.length)).isEqualTo(LENGTH);
    assertThat(in.open(protectedPacket(2), LENGTH + 10)).isEqualTo(LENGTH);

    assertThat(in.open(packet, packet.length)).isEqualTo(-1);
  }

  @Test
  void aPacketBeyondTheWindowIsRefused() {
    var first = protectedPacket(1);
    var second = protectedPacket(2);
    assertThat(in.open(protectedPacket(129), LENGTH + 10)).isEqualTo(LENGTH);

    assertThat(in.open(first, LENGTH + 10)).isEqualTo(-1);
    assertThat(in.open(second, LENGTH + 10)).isEqualTo(LENGTH);
  }

  @Test
  void aChangedBitIsRefusedAndChangesNothing() {
    var packet = protectedPacket(7);

    for (int bit = 16; bit < packet.length * 8; bit += 5) {
      var changed = packet.clone();
      changed[bit / 8] ^= (byte) (1 << (bit & 7));
      var before = changed.clone();
      assertThat(in.open(changed, changed.length)).isEqualTo(-1);
      assertThat(changed).isEqualTo(before);
    }
    assertThat(in.open(packet, packet.length)).isEqualTo(LENGTH);
  }

  @Test
  void aNumberIsNeverUsedTwice() {
    assertThat(out.protect(rtp(SSRC, 5), LENGTH)).isPositive();

    assertThat(out.protect(rtp(SSRC, 5), LENGTH)).isEqualTo(-1);
  }

  @Test
  void anotherStreamHasItsOwnNumbers() {
    var one = protectedPacket(1);
    var other = rtp(2, 40000);
    out.protect(other, LENGTH);

    assertThat(in.open(other, LENGTH + 10)).isEqualTo(LENGTH);
    assertThat(in.open(one.clone(), LENGTH + 10)).isEqualTo(LENGTH);
    assertThat(in.open(one, LENGTH + 10)).isEqualTo(-1);
  }

  @Test
  void streamsWithoutEndAreRefused() {
    for (int ssrc = 0; ssrc < 64; ssrc++)
      assertThat(out.protect(rtp(ssrc, 1), LENGTH)).isPositive();

    assertThat(out.protect(rtp(64, 1), LENGTH)).isEqualTo(-1);
    assertThat(out.protect(rtp(63, 2), LENGTH)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "5, 6, 6",
    "0x1FFFF, 0, 0x20000",
    "0x20001, 0xFFFF, 0x1FFFF",
    "0x18000, 0x8001, 0x18001",
    "2, 65534, -2",
    "0x1FF00, 0x00FF, 0x200FF",
    "0x28000, 0, 0x20000"
  })
  void theRolloverIsTheNearest(String highest, String sequence, String guess) {
    assertThat(SrtpContext.guess(Long.decode(highest), Integer.decode(sequence)))
        .isEqualTo(Long.decode(guess));
  }

  @Test
  void aKeyEndsAfterItsLastPacket() {
    assertThat(SrtpContext.guess(SrtpContext.LAST_INDEX, 0)).isGreaterThan(SrtpContext.LAST_INDEX);
  }

  @Test
  void whatIsNoRtpOrHasNoRoomIsRefused() {
    assertThat(out.protect(new byte[100], 50)).isEqualTo(-1);
    assertThat(out.protect(rtp(SSRC, 1), 11)).isEqualTo(-1);
    assertThat(out.protect(rtp(SSRC, 1), LENGTH + 5)).isEqualTo(-1);
    assertThat(in.open(rtp(SSRC, 1), 21)).isEqualTo(-1);
    assertThat(in.open(rtp(SSRC, 1), 5000)).isEqualTo(-1);
  }

  private byte[] protectedPacket(int sequence) {
    var packet = rtp(SSRC, sequence);
    return Arrays.copyOf(packet, out.protect(packet, LENGTH));
  }
}
