package kept.line.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a party hears of clips, through real sockets.
@Timeout(30)
class PlayingWireTest {
  /// 50 ms, in samples.
  private static final int STALL = 400;

  private final Media media = MediaFixture.media();
  private final RtpProbe party = new RtpProbe();
  private final RecordedMediaEvents events = new RecordedMediaEvents();
  private MediaLeg leg;

  @BeforeEach
  void open() throws NoPortLeft {
    leg = media.open(events);
  }

  @AfterEach
  void close() {
    media.close();
    party.close();
  }

  @Test
  void silenceIsSentAsSoonAsThereIsAnAgreement() {
    leg.agree(party.agreement());

    var packets = party.hear(3);

    assertThat(packets).allSatisfy(packet -> {
      assertThat(packet.payloadType()).isZero();
      assertThat(packet.payload()).hasSize(160).containsOnly(G711.ULAW_SILENCE);
    });
    assertThat(packets.getFirst().marker()).isTrue();
    assertRunsOn(packets, 160);
  }

  @Test
  void aClipIsHeardAsItWasMade() {
    leg.play(clip(440, 1000));
    leg.agree(party.agreement());

    var packets = party.hear(50);

    assertThat(Tones.share(440, Law.PCMU, RtpProbe.audio(packets))).isGreaterThan(0.99);
    assertRunsOn(packets, 160);
    assertThat(packets.stream().filter(RtpProbe.Packet::marker)).hasSize(1);
  }

  @Test
  void aClipIsHeardInThePartysOwnLaw() {
    party.law = Law.PCMA;
    leg.play(clip(440, 500));
    leg.agree(party.agreement());

    var packets = party.hear(25);

    assertThat(packets).allMatch(packet -> packet.payloadType() == 8);
    assertThat(Tones.share(440, Law.PCMA, RtpProbe.audio(packets))).isGreaterThan(0.99);
  }

  @Test
  void itIsToldOnceThatAClipWasHeardToItsEndAndSilenceFollows() throws InterruptedException {
    var clip = clip(440, 95);
    leg.play(clip);
    leg.agree(party.agreement());

    assertThat(events.next()).isEqualTo(clip);

    assertThat(leg.source()).isEqualTo(Source.SILENCE);
    var packets = party.hear(8);
    assertThat(packets.get(4).payload()[119]).isNotEqualTo(G711.ULAW_SILENCE);
    assertThat(packets.get(4).payload()[121]).isEqualTo(G711.ULAW_SILENCE);
    assertThat(packets.get(6).payload()).containsOnly(G711.ULAW_SILENCE);
    assertThat(packets.stream().map(RtpProbe.Packet::marker))
        .containsExactly(true, false, false, false, false, true, false, false);
    assertRunsOn(packets, 160);
    assertThat(events.told).isEmpty();
  }

  @Test
  void aClipThatRepeatsHasNoEndAndNoSeam() {
    leg.play(new Source.Clip(new Sound(Tones.sine(400, 50)), true));
    leg.agree(party.agreement());

    var packets = party.hear(30);

    assertThat(Tones.share(400, Law.PCMU, RtpProbe.audio(packets))).isGreaterThan(0.99);
    assertThat(events.told).isEmpty();
  }

  @Test
  void anEmptyClipIsPlayedAtOnce() throws InterruptedException {
    var empty = new Source.Clip(new Sound(new short[0]), false);
    leg.play(empty);
    leg.agree(party.agreement());

    assertThat(events.next()).isEqualTo(empty);
  }

  @Test
  void theStreamRunsOnWhenTheSourceChanges() {
    leg.play(clip(440, 10_000));
    leg.agree(party.agreement());
    var before = party.hear(10);

    leg.play(clip(1000, 10_000));
    var after = party.hear(20);

    var all = new java.util.ArrayList<>(before);
    all.addAll(after);
    assertRunsOn(all, 160);
    assertThat(after.stream().filter(RtpProbe.Packet::marker)).hasSize(1);
    var second = after.subList(after.indexOf(first(after)), after.size());
    assertThat(Tones.share(1000, Law.PCMU, RtpProbe.audio(second))).isGreaterThan(0.99);
  }

  @Test
  void aPartyThatIsNotSentToHearsNothingAndTheClipRunsOn() throws InterruptedException {
    var clip = clip(440, 200);
    leg.play(clip);
    leg.agree(party.agreement(Direction.RECVONLY));

    assertThat(events.next()).isEqualTo(clip);
    assertThat(party.hearsNothingFor(0)).isTrue();
  }

  private static RtpProbe.Packet first(List<RtpProbe.Packet> packets) {
    return packets.stream().filter(RtpProbe.Packet::marker).findFirst().orElseThrow();
  }

  private static Source.Clip clip(int hertz, int millis) {
    return new Source.Clip(new Sound(Tones.sine(hertz, millis)), false);
  }

  /// Without a gap in numbers; in time only where the machine stood still, which is then
  /// skipped.
  static void assertRunsOn(List<RtpProbe.Packet> packets, int samples) {
    for (int i = 1; i < packets.size(); i++) {
      var last = packets.get(i - 1);
      var next = packets.get(i);
      assertThat(next.ssrc()).isEqualTo(last.ssrc());
      assertThat(next.sequence()).isEqualTo(last.sequence() + 1 & 0xFFFF);
      int step = next.timestamp() - last.timestamp();
      assertThat(step).matches(it -> it == samples || it >= samples + STALL, "runs on");
    }
  }
}
