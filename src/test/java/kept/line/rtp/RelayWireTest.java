package kept.line.rtp;

import static kept.line.rtp.MediaFixture.packetOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two parties who hear each other through us, through real sockets.
@Timeout(30)
class RelayWireTest {
  private final Media media = MediaFixture.media();
  private final RtpProbe chuck = new RtpProbe();
  private final RtpProbe dana = new RtpProbe();
  private MediaLeg chucks;
  private MediaLeg danas;

  @BeforeEach
  void bridge() throws NoPortLeft {
    dana.law = Law.PCMA;
    chucks = media.open(new RecordedMediaEvents());
    danas = media.open(new RecordedMediaEvents());
    chucks.play(new Source.Peer(danas));
    danas.play(new Source.Peer(chucks));
    chucks.agree(chuck.agreement());
    danas.agree(dana.agreement());
  }

  @AfterEach
  void close() {
    media.close();
    chuck.close();
    dana.close();
  }

  @Test
  void aPartyHearsTheOtherInItsOwnLawOnOneStream() {
    var tone = Tones.coded(Law.PCMU, Tones.sine(440, 1000));

    var heard = new ArrayList<RtpProbe.Packet>();
    for (int i = 0; i < 50; i++) {
      chuck.say(chucks, java.util.Arrays.copyOfRange(tone, 160 * i, 160 * (i + 1)));
      heard.add(dana.hear());
    }

    assertThat(heard).allMatch(packet -> packet.payloadType() == 8 && packet.ssrc() != chuck.ssrc);
    assertThat(Tones.share(440, Law.PCMA, RtpProbe.audio(heard))).isGreaterThan(0.99);
    assertThat(heard.getFirst().marker()).isTrue();
    PlayingWireTest.assertRunsOn(heard, 160);
  }

  @Test
  void bothWaysAtOnce() {
    chuck.say(chucks, packetOf(0x11));
    dana.say(danas, packetOf(0xD5));

    assertThat(dana.hear().payload()).containsOnly(alaw(0x11));
    assertThat(chuck.hear().payload()).hasSize(160);
  }

  @Test
  void lossAndDisorderPassThroughAndDuplicatesDoNot() {
    var said = new ArrayList<RtpProbe.Packet>();
    for (int i = 0; i < 8; i++)
      said.add(new RtpProbe.Packet(false, 0, 100 + i, 160 * i, 9, packetOf(i)));
    for (int i : List.of(0, 1, 3, 2, 2, 3, 6, 5, 7)) chuck.send(chucks, said.get(i));

    var heard = dana.hear(7);

    int first = heard.getFirst().sequence();
    assertThat(heard.stream().map(packet -> packet.sequence() - first & 0xFFFF))
        .containsExactly(0, 1, 3, 2, 6, 5, 7);
    assertThat(heard.stream().map(packet -> packet.payload()[0]))
        .containsExactly(alaw(0), alaw(1), alaw(3), alaw(2), alaw(6), alaw(5), alaw(7));
    int start = heard.getFirst().timestamp();
    assertThat(heard.stream().map(packet -> packet.timestamp() - start))
        .containsExactly(0, 160, 480, 320, 960, 800, 1120);
    assertThat(dana.hearsNothingFor(50)).isTrue();
  }

  @Test
  void comfortNoiseAndUnknownPayloadsAreLeftOutWithoutAGap() {
    chuck.say(chucks, packetOf(1));
    chuck.say(chucks, 13, new byte[] {60});
    chuck.say(chucks, 96, packetOf(2));
    chuck.timestamp += 1600;
    chuck.say(chucks, packetOf(3));

    var heard = dana.hear(2);

    assertThat(heard.get(1).sequence()).isEqualTo(heard.get(0).sequence() + 1 & 0xFFFF);
    assertThat(heard.get(1).timestamp() - heard.get(0).timestamp()).isEqualTo(160 + 1 + 160 + 1600);
  }

  @Test
  void aNewStreamOfTheSamePartyRunsOnForTheOther() {
    chuck.say(chucks, packetOf(1));
    chuck.say(chucks, packetOf(2));
    var before = dana.hear(2);
    chuck.ssrc = 77;
    chuck.sequence = 5;
    chuck.timestamp = 123_456;
    chuck.say(chucks, packetOf(3));
    chuck.say(chucks, packetOf(4));
    var after = dana.hear(2);

    assertThat(after.get(0).marker()).isTrue();
    var all = new ArrayList<>(before);
    all.addAll(after);
    PlayingWireTest.assertRunsOn(all, 160);
  }

  @Test
  void packetsOfTheOldStreamThatWereOvertakenDoNotComeBack() {
    var late = chuck.say(chucks, packetOf(1));
    dana.hear();
    chuck.ssrc = 77;
    chuck.say(chucks, packetOf(3));
    chuck.send(
        chucks,
        new RtpProbe.Packet(
            false, 0, late.sequence() + 1, late.timestamp() + 160, late.ssrc(), packetOf(9)));
    chuck.say(chucks, packetOf(4));

    assertThat(dana.hear().payload()).containsOnly(alaw(3));
    assertThat(dana.hear().payload()).containsOnly(alaw(4));
  }

  @Test
  void fromPeerToClipAndBackTheStreamRunsOn() {
    for (int i = 0; i < 5; i++) chuck.say(chucks, packetOf(i));
    var all = new ArrayList<>(dana.hear(5));
    danas.play(new Source.Clip(new Sound(Tones.sine(440, 10_000)), true));
    all.addAll(dana.hear(5));
    danas.play(new Source.Peer(chucks));
    chuck.say(chucks, packetOf(0x55));
    var back =
        dana.hear(packet -> packet.payload()[0] == alaw(0x55) && packet.payload()[1] == alaw(0x55));

    assertThat(all.get(5).marker()).isTrue();
    assertThat(back.marker()).isTrue();
    assertThat(back.ssrc()).isEqualTo(all.getFirst().ssrc());
    assertThat((short) (back.sequence() - all.getLast().sequence())).isPositive();
    assertThat(back.timestamp() - all.getLast().timestamp()).isPositive();
  }

  @Test
  void keysAreRelayedUnderTheOthersPayloadType() {
    chuck.say(chucks, packetOf(1));
    danas.agree(new Agreement(
        Law.PCMA, 96, 20, RtpProbe.at(dana.rtp), RtpProbe.at(dana.rtcp), Direction.SENDRECV, null));
    dana.hear();
    chuck.key(5).forEach(packet -> chuck.send(chucks, packet));

    var heard = dana.hear(6);

    assertThat(heard).allMatch(packet -> packet.payloadType() == 96 && packet.payload()[0] == 5);
    assertThat(heard.stream().map(RtpProbe.Packet::timestamp).distinct()).hasSize(1);
    assertThat(heard.getFirst().marker()).isTrue();
  }

  @Test
  void keysAreLeftOutWithoutAGapWhereTheOtherDoesNotKnowThem() {
    danas.agree(new Agreement(
        Law.PCMA, -1, 20, RtpProbe.at(dana.rtp), RtpProbe.at(dana.rtcp), Direction.SENDRECV, null));
    chuck.say(chucks, packetOf(1));
    chuck.key(5).forEach(packet -> chuck.send(chucks, packet));
    chuck.say(chucks, packetOf(2));

    var heard = dana.hear(2);

    assertThat(heard.get(1).sequence()).isEqualTo(heard.get(0).sequence() + 1 & 0xFFFF);
    assertThat(heard.get(1).payload()).containsOnly(alaw(2));
  }

  @Test
  void aMutedPartyIsSilenceOnAStreamThatRunsOn() throws InterruptedException {
    var tape = new RecordedSink();
    chucks.tap(tape);
    var heard = new ArrayList<RtpProbe.Packet>();
    for (int i = 0; i < 9; i++) {
      chucks.mute(i / 3 == 1);
      chuck.say(chucks, packetOf(0x11));
      heard.add(dana.hear());
      byte recorded = RecordedSink.next(tape.heard).audio()[0];
      assertThat(recorded).isEqualTo(i / 3 == 1 ? G711.ULAW_SILENCE : 0x11);
    }

    for (int i = 0; i < 9; i++)
      assertThat(heard.get(i).payload()).containsOnly(i / 3 == 1 ? G711.ALAW_SILENCE : alaw(0x11));
    assertThat(heard.stream().skip(1)).noneMatch(RtpProbe.Packet::marker);
    PlayingWireTest.assertRunsOn(heard, 160);
  }

  @Test
  void aMutedPartyHearsOnAndItsKeysArePassedOn() {
    chucks.mute(true);
    dana.say(danas, packetOf(0x22));
    chuck.hear();
    chuck.key(5).forEach(packet -> chuck.send(chucks, packet));

    assertThat(dana.hear(6)).allMatch(it -> it.payloadType() == 101 && it.payload()[0] == 5);
  }

  @Test
  void aMutedPartyStaysMutedAfterANewAgreementAndForAnotherPeer() throws NoPortLeft {
    chucks.mute(true);
    chucks.agree(chuck.agreement());
    var edies = media.open(new RecordedMediaEvents());
    edies.play(new Source.Peer(chucks));
    try (var edie = new RtpProbe()) {
      edies.agree(edie.agreement());
      chuck.say(chucks, packetOf(0x11));

      assertThat(edie.hear().payload()).containsOnly(G711.ULAW_SILENCE);
      assertThat(dana.hear().payload()).containsOnly(G711.ALAW_SILENCE);
    }
  }

  @Test
  void aPartyWhoseOtherIsGoneHearsSilence() {
    chuck.say(chucks, packetOf(1));
    dana.hear();

    chucks.close();

    assertThat(danas.source()).isEqualTo(Source.SILENCE);
    assertThat(dana.hear().payload()).containsOnly(G711.ALAW_SILENCE);
    danas.play(new Source.Peer(chucks));
    assertThat(danas.source()).isEqualTo(Source.SILENCE);
  }

  @Test
  void aPartyOnHoldIsNeitherSentToNorHeard() {
    chucks.agree(chuck.agreement(Direction.INACTIVE));
    chuck.say(chucks, packetOf(1));
    dana.say(danas, packetOf(1));

    assertThat(dana.hearsNothingFor(100)).isTrue();
    assertThat(chuck.hearsNothingFor(0)).isTrue();
  }

  private static byte alaw(int ulaw) {
    return G711.encode(Law.PCMA, G711.decode(Law.PCMU, (byte) ulaw));
  }
}
