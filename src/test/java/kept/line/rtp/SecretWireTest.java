package kept.line.rtp;

import static kept.line.rtp.MediaFixture.packetOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Legs under SRTP, through real sockets.
@Timeout(30)
class SecretWireTest {
  private final Media media = MediaFixture.media();
  private final RtpProbe chuck = new RtpProbe();
  private final RtpProbe dana = new RtpProbe();
  private final RecordedMediaEvents events = new RecordedMediaEvents();
  private MediaLeg chucks;
  private MediaLeg danas;

  @BeforeEach
  void bridge() throws NoPortLeft {
    chuck.encrypt(10, 10);
    dana.encrypt(20, 4);
    dana.law = Law.PCMA;
    chucks = media.open(events);
    danas = media.open(new RecordedMediaEvents());
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
  void fromOneKeyToAnotherAcrossAWrapOfTheSequence() {
    var heard = new ArrayList<RtpProbe.Packet>();
    chuck.sequence = 65_500;
    for (int i = 0; i < 100; i++) {
      chuck.say(chucks, packetOf(i));
      heard.add(dana.hear());
    }

    PlayingWireTest.assertRunsOn(heard, 160);
    assertThat(chucks.quality().refused()).isZero();
  }

  @Test
  void whatIsPlayedIsEncrypted() {
    assertThat(chuck.hear(5)).allMatch(packet -> packet.payload()[0] == G711.ULAW_SILENCE);
  }

  @Test
  void keysAreHeardThroughEncryption() throws InterruptedException {
    chuck.key(5).forEach(packet -> chuck.send(chucks, packet));

    assertThat(events.next()).isEqualTo('5');
  }

  @Test
  void aForgeryFromTheRightAddressNeitherSetsTheLatchNorIsHeard() {
    var sink = new RecordedSink();
    chucks.tap(sink);
    try (var forger = new RtpProbe()) {
      forger.encrypt(66, 10);
      for (int i = 0; i < 5; i++) forger.say(chucks, packetOf(66));
      forger.keys = null;
      for (int i = 0; i < 5; i++) forger.say(chucks, packetOf(66));
      chuck.say(chucks, packetOf(1));

      dana.hear();
      assertThat(sink.heard).hasSize(1);
      assertThat(chucks.quality().refused()).isEqualTo(10);
      assertThat(forger.hearsNothingFor(50)).isTrue();
    }
  }

  @Test
  void sayingItAgainIsRefused() {
    var packet = chuck.say(chucks, packetOf(1));
    dana.hear();
    var again = new RtpProbe.Packet(
        packet.marker(), 0, packet.sequence(), packet.timestamp(), packet.ssrc(), packet.payload());
    var replay = new SrtpContext(chuck.keys.theirs(), 10);
    var bytes = java.util.Arrays.copyOf(again.bytes(), again.bytes().length + 10);
    replay.protect(bytes, bytes.length - 10);
    chuck.send(chuck.rtp, bytes, chucks.port());
    chuck.say(chucks, packetOf(2));

    assertThat(dana.hear().payload()[0])
        .isEqualTo(G711.encode(Law.PCMA, G711.decode(Law.PCMU, (byte) 2)));
    assertThat(chucks.quality().refused()).isEqualTo(1);
  }

  @Test
  void theSameKeysAgreedAgainRunOnAndNewOnesReplaceThem() {
    chuck.say(chucks, packetOf(1));
    dana.hear();

    chucks.agree(chuck.agreement());
    danas.agree(dana.agreement());
    chuck.say(chucks, packetOf(2));
    var last = dana.hear();
    chuck.encrypt(30, 4);
    chucks.agree(chuck.agreement());
    dana.encrypt(40, 10);
    danas.agree(dana.agreement());
    chuck.say(chucks, packetOf(3));

    assertThat(dana.hear().sequence()).isEqualTo(last.sequence() + 1 & 0xFFFF);
  }
}
