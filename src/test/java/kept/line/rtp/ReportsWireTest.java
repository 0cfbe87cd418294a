package kept.line.rtp;

import static kept.line.rtp.MediaFixture.packetOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// RTCP through real sockets: reports, figures, goodbye.
@Timeout(60)
class ReportsWireTest {
  private final Media media = MediaFixture.media();
  private final RtpProbe party = new RtpProbe();
  private final RecordedSink sink = new RecordedSink();
  private MediaLeg leg;

  @BeforeEach
  void open() throws NoPortLeft {
    leg = media.open(new RecordedMediaEvents());
    leg.tap(sink);
  }

  @AfterEach
  void close() {
    media.close();
    party.close();
  }

  @Test
  void ourReportTellsWhatWeSentAndWhatWeMiss() throws InterruptedException {
    leg.agree(party.agreement());
    for (int i = 0; i < 10; i++) {
      if (i == 4) party.sequence++;
      party.say(leg, packetOf(i));
      RecordedSink.next(sink.heard);
    }

    var report = party.hearReport();

    assertThat(report[0]).isEqualTo((byte) 0x81);
    assertThat(report[1]).isEqualTo((byte) 200);
    assertThat(Bytes.get32(report, 4)).isEqualTo(party.hear().ssrc());
    assertThat(Bytes.get32(report, 20)).isPositive();
    assertThat(Bytes.get32(report, 24)).isEqualTo(160 * Bytes.get32(report, 20));
    assertThat(Bytes.get32(report, 28)).isEqualTo(party.ssrc);
    assertThat(Bytes.get32(report, 32) & 0xFFFFFF).as("lost").isEqualTo(1);
    var quality = leg.quality();
    assertThat(quality.lost()).isEqualTo(1);
    assertThat(quality.packetsHeard()).isEqualTo(10);
    assertThat(quality.packetsSaid()).isPositive();
  }

  @Test
  void theRoundTripIsKnownFromTheirAnswer() throws InterruptedException {
    leg.agree(party.agreement());
    var ours = party.hearReport();
    answer(ours, null);

    while (leg.quality().roundTrip().isZero()) Thread.onSpinWait();

    assertThat(leg.quality().roundTrip()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(10));
  }

  @Test
  void reportsAreEncryptedWhereTheAudioIs() {
    party.encrypt(10, 10);
    leg.agree(party.agreement());
    var ours = party.hearReport();
    int length = party.opensReports.open(ours, ours.length);
    assertThat(length).isPositive();
    assertThat(ours[1]).isEqualTo((byte) 200);
    answer(ours, null);
    answer(ours, party.sealsReports);

    while (leg.quality().roundTrip().isZero()) Thread.onSpinWait();

    assertThat(leg.quality().refused()).isEqualTo(1);
  }

  @Test
  void goodbyeIsSaidAtTheEnd() {
    leg.agree(party.agreement());
    party.hear();

    leg.close();

    var last = party.hearReport();
    int at = last.length - 8;
    assertThat(last[at + 1]).isEqualTo((byte) 203);
    assertThat(Bytes.get32(last, at + 4)).isEqualTo(Bytes.get32(last, 4));
  }

  @Test
  void aStrangersReportAndGarbageAreCountedAndElseNothing() {
    leg.agree(party.agreement());
    try (var stranger = new RtpProbe("127.0.0.66")) {
      stranger.send(
          stranger.rtcp, new byte[] {(byte) 0x80, (byte) 201, 0, 1, 0, 0, 0, 9}, leg.port() + 1);
      party.send(party.rtcp, new byte[] {1, 2, 3}, leg.port() + 1);
      party.send(party.rtcp, new byte[0], leg.port() + 1);
    }

    while (leg.quality().refused() < 3) Thread.onSpinWait();

    assertThat(party.hear().payload()).hasSize(160);
  }

  /// A receiver report on what we sent, at once.
  private void answer(byte[] ours, SrtcpContext seals) {
    var answer = new byte[8 + 24 + 14];
    answer[0] = (byte) 0x81;
    answer[1] = (byte) 201;
    answer[3] = 7;
    Bytes.put32(answer, 4, party.ssrc);
    Bytes.put32(answer, 8, Bytes.get32(ours, 4));
    Bytes.put32(answer, 24, Bytes.get32(ours, 10));
    int length = seals == null ? 32 : seals.protect(answer, 32);
    party.send(party.rtcp, Arrays.copyOf(answer, length), leg.port() + 1);
  }
}
