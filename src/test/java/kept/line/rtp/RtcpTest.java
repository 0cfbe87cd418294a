package kept.line.rtp;

import static kept.line.rtp.SrtpCipherTest.hex;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 3550, section 6 and appendix A.2.
class RtcpTest {
  private static final long SECOND = 1L << 32;
  private static final long NOON = Rtcp.ntp(1_700_000_000_000_000_000L);

  private final Rtcp ours = new Rtcp(1, "abcdefgh");
  private final Rtcp theirs = new Rtcp(2, "ijk");
  private final Reception heard = new Reception();
  private final byte[] packet = new byte[Rtcp.LONGEST];

  private void hear() {
    for (int i = 0; i < 10; i++) heard.arrived(2, i, 0, 0);
  }

  @Test
  void timeCountsFrom1900InFractionsOfASecond() {
    assertThat(Rtcp.ntp(0)).isEqualTo(2_208_988_800L << 32);
    assertThat(Rtcp.ntp(500_000_000) & 0xFFFFFFFFL).isEqualTo(0x80000000L);
  }

  @Test
  void whoSentNothingReportsAsReceiver() {
    int length = ours.report(packet, NOON, heard);

    assertThat(Arrays.copyOf(packet, length))
        .isEqualTo(
            hex("80C9000100000001" + "81CA0004" + "00000001" + "0108616263646566676800" + "00"));
  }

  @Test
  void whoSendsReportsWhatItSaidAndHeard() {
    hear();
    ours.said(0xABCD, 50, 8000);

    int length = ours.report(packet, NOON, heard);

    assertThat(length).isEqualTo(52 + 20);
    assertThat(Arrays.copyOf(packet, 8)).isEqualTo(hex("81C8000C00000001"));
    assertThat(Bytes.get32(packet, 8)).isEqualTo((int) (NOON >>> 32));
    assertThat(Arrays.copyOfRange(packet, 16, 28))
        .isEqualTo(hex("0000ABCD" + "00000032" + "00001F40"));
    assertThat(Bytes.get32(packet, 28)).isEqualTo(2);
    assertThat(theirs.read(packet, length, NOON)).isTrue();
  }

  @Test
  void silenceOfTwoReportsMakesAReceiver() {
    ours.said(0, 50, 8000);
    ours.report(packet, NOON, heard);
    ours.report(packet, NOON, heard);
    assertThat(packet[1] & 0xFF).isEqualTo(200);

    ours.report(packet, NOON, heard);

    assertThat(packet[1] & 0xFF).isEqualTo(201);
  }

  @Test
  void aGoodbyeEndsTheReport() {
    int length = ours.goodbye(packet, ours.report(packet, NOON, heard));

    assertThat(Arrays.copyOfRange(packet, length - 8, length)).isEqualTo(hex("81CB000100000001"));
    assertThat(theirs.read(packet, length, NOON)).isTrue();
    assertThat(theirs.hasLeft()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ab", "abc", "abcd", "abcdefghijklmnopqrstuvwxyzabcdef"})
  void aNameFillsWholeWords(String cname) {
    var rtcp = new Rtcp(1, cname);
    hear();
    rtcp.said(0, 1, 160);

    int length = rtcp.goodbye(packet, rtcp.report(packet, NOON, heard));

    assertThat(length % 4).isZero();
    assertThat(theirs.read(packet, length, NOON)).isTrue();
  }

  /// They send at noon; we hear it 40 ms later and answer after 5 s; they hear that 60 ms
  /// later.
  @Test
  void theRoundTripIsWhatNeitherSideWaited() {
    theirs.said(0, 1, 160);
    hear();
    ours.read(packet, theirs.report(packet, NOON, new Reception()), NOON + SECOND * 40 / 1000);

    int length = ours.report(packet, NOON + SECOND * 5040 / 1000, heard);
    theirs.read(packet, length, NOON + SECOND * 5100 / 1000);

    assertThat(theirs.roundTripMillis()).isCloseTo(100, Offset.offset(0.1));
    assertThat(theirs.lostThere()).isZero();
  }

  @Test
  void aRoundTripThatCannotBeIsNone() {
    var report = hex("81C9000700000002" + "00000001" + "80000005" + "00000000".repeat(2));
    var full = Arrays.copyOf(report, 32);
    Bytes.put32(full, 24, (int) (NOON >>> 16) + 500);

    assertThat(ours.read(full, 32, NOON)).isTrue();

    assertThat(ours.roundTripMillis()).isZero();
    assertThat(ours.lostThere()).isEqualTo(5);
    assertThat(ours.lossThere()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "80C90001",
        "00C9000100000002",
        "80CA000100000002",
        "A0C9000100000002",
        "80C9000200000002",
        "80C9000000000002",
        "81C9000100000002",
        "80C8000100000002",
        "80C900010000000280CB",
        "80C900010000000282CB0001000000AA",
        "80C9000100000002A0CB0002000000AA00000003",
        "80C9000100000002A0CB0001000000AA80CB000100000002"
      })
  void whatBreaksTheRulesIsCounted(String digits) {
    var bytes = hex(digits);

    assertThat(ours.read(bytes, bytes.length, NOON)).isFalse();
    assertThat(ours.malformed()).isEqualTo(1);
    assertThat(ours.hasLeft()).isFalse();
  }

  @Test
  void unknownKindsArePassedOver() {
    var bytes =
        hex("80C9000100000002" + "80CD000211111111" + "22222222" + "A1CB0002000000AA00000004");

    assertThat(ours.read(bytes, bytes.length, NOON)).isTrue();
    assertThat(ours.hasLeft()).isTrue();
  }

  @Test
  void reportsAreAboutFiveSecondsApart() {
    assertThat(Rtcp.intervalNanos(false, 0)).isBetween(2_000_000_000L, 2_100_000_000L);
    assertThat(Rtcp.intervalNanos(false, 1)).isBetween(6_100_000_000L, 6_200_000_000L);
    assertThat(Rtcp.intervalNanos(true, 0.5)).isBetween(2_000_000_000L, 2_100_000_000L);
  }
}
