package kept.line.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// RFC 3550, appendix A.1, A.3, A.8 and section 6.4.1.
class ReceptionTest {
  private static final int SSRC = 0x1234;

  private final Reception reception = new Reception();
  private final byte[] block = new byte[Reception.BLOCK];

  private void hear(int from, int to) {
    for (int i = from; i <= to; i++) reception.arrived(SSRC, i & 0xFFFF, i * 160, i * 160);
  }

  private int fraction() {
    reception.report(block, 0, 0, 0);
    return block[4] & 0xFF;
  }

  private int cumulative() {
    return Bytes.get32(block, 4) << 8 >> 8;
  }

  @Test
  void aSourceIsBelievedAfterTwoInOrder() {
    assertThat(reception.arrived(SSRC, 10, 0, 0)).isFalse();
    assertThat(reception.arrived(SSRC, 12, 0, 0)).isFalse();
    assertThat(reception.isHearing()).isFalse();
    assertThat(reception.arrived(SSRC, 13, 0, 0)).isTrue();

    assertThat(reception.received()).isEqualTo(2);
    assertThat(reception.expected()).isEqualTo(2);
  }

  @Test
  void whatIsMissingIsLost() {
    hear(1, 50);
    hear(61, 100);

    assertThat(reception.expected()).isEqualTo(100);
    assertThat(reception.received()).isEqualTo(90);
    assertThat(reception.lost()).isEqualTo(10);
    assertThat(reception.lossFraction()).isEqualTo(0.1);
    assertThat(fraction()).isEqualTo(25);
    assertThat(cumulative()).isEqualTo(10);
    assertThat(fraction()).isZero();
  }

  @Test
  void theFractionIsOfTheLastInterval() {
    hear(1, 100);
    fraction();
    hear(151, 200);

    assertThat(fraction()).isEqualTo(128);
    assertThat(cumulative()).isEqualTo(50);
  }

  @Test
  void anOvertakenPacketIsNotLost() {
    hear(1, 50);
    hear(52, 60);
    hear(51, 51);

    assertThat(reception.lost()).isZero();
    assertThat(reception.extendedHighest()).isEqualTo(60);
  }

  @Test
  void duplicatesMakeALossNegative() {
    hear(1, 50);
    hear(50, 50);

    assertThat(fraction()).isZero();
    assertThat(cumulative()).isEqualTo(-1);
    assertThat(reception.lost()).isZero();
  }

  @Test
  void sequencesWrapIntoCycles() {
    hear(65530, 65545);

    assertThat(reception.extendedHighest()).isEqualTo(65545);
    assertThat(reception.lost()).isZero();
    assertThat(reception.expected()).isEqualTo(16);
  }

  @Test
  void aSourceMayBeginAtTheWrap() {
    hear(65535, 65540);

    assertThat(reception.expected()).isEqualTo(6);
    assertThat(reception.received()).isEqualTo(6);
  }

  @Test
  void aWildNumberIsNoLossAndTwoInOrderAreANewStart() {
    hear(1, 100);

    assertThat(reception.arrived(SSRC, 30000, 0, 0)).isFalse();
    hear(101, 110);
    assertThat(reception.lost()).isZero();
    hear(40000, 40009);

    assertThat(reception.lost()).isZero();
    assertThat(reception.received()).isEqualTo(119);
  }

  @Test
  void aNewSourceAddsToTheOld() {
    hear(1, 50);
    hear(52, 60);
    for (int i = 500; i < 510; i++) reception.arrived(99, i, 0, 0);

    assertThat(reception.lost()).isEqualTo(1);
    assertThat(reception.received()).isEqualTo(69);
    fraction();
    assertThat(Bytes.get32(block, 0)).isEqualTo(99);
    assertThat(Bytes.get32(block, 8)).isEqualTo(509);
  }

  @Test
  void jitterIsTheMeanDeviationOfTransit() {
    for (int i = 0; i < 1000; i++) reception.arrived(SSRC, i, i * 160, i * 160 + (i % 2) * 80);

    // |D| is 80 samples each time, which is 10 ms.
    assertThat(reception.jitterMillis()).isCloseTo(10, Offset.offset(0.2));
    fraction();
    assertThat(Bytes.get32(block, 12)).isBetween(78, 80);
  }

  @Test
  void aNewTimelineAndDigitsAreNoJitter() {
    hear(1, 100);
    for (int i = 101; i < 120; i++) reception.arrived(SSRC, i);
    for (int i = 120; i < 200; i++) reception.arrived(SSRC, i, 9_000_000 + i * 160, i * 160);

    assertThat(reception.jitterMillis()).isZero();
    assertThat(reception.lost()).isZero();
  }

  @Test
  void aBlockHasTheTimesOfTheirReport() {
    hear(1, 10);

    reception.report(block, 0, 0xB7052000, 0x00054000);

    assertThat(Bytes.get32(block, 0)).isEqualTo(SSRC);
    assertThat(Bytes.get32(block, 8)).isEqualTo(10);
    assertThat(Bytes.get32(block, 16)).isEqualTo(0xB7052000);
    assertThat(Bytes.get32(block, 20)).isEqualTo(0x00054000);
  }
}
