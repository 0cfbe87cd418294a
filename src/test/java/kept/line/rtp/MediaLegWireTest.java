package kept.line.rtp;

import static kept.line.rtp.MediaFixture.packetOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A leg's life: packets of any length, silence that is noticed, an end that may come at any
/// time.
@Timeout(60)
class MediaLegWireTest {
  @ParameterizedTest
  @ValueSource(ints = {10, 20, 30, 40, 60})
  void packetsAreAsLongAsAgreed(int millis) throws Exception {
    try (var media = MediaFixture.media();
        var party = new RtpProbe()) {
      var leg = media.open(new RecordedMediaEvents());
      leg.play(new Source.Clip(new Sound(Tones.sine(440, 900)), true));
      leg.agree(party.agreement(Direction.SENDRECV, millis));

      var packets = party.hear(900 / millis);

      PlayingWireTest.assertRunsOn(packets, 8 * millis);
      assertThat(packets).allMatch(packet -> packet.payload().length == 8 * millis);
      assertThat(Tones.share(440, Law.PCMU, RtpProbe.audio(packets))).isGreaterThan(0.99);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 240, 320, 480})
  void packetsOfAnyLengthAreRelayedAsTheyAre(int samples) throws Exception {
    try (var media = MediaFixture.media();
        var one = new RtpProbe();
        var other = new RtpProbe()) {
      var from = media.open(new RecordedMediaEvents());
      var to = media.open(new RecordedMediaEvents());
      to.play(new Source.Peer(from));
      to.agree(other.agreement());
      from.agree(one.agreement());

      var heard = new ArrayList<RtpProbe.Packet>();
      for (int i = 0; i < 10; i++) {
        one.say(from, new byte[samples]);
        heard.add(other.hear());
      }

      PlayingWireTest.assertRunsOn(heard, samples);
    }
  }

  @Test
  void silenceIsToldOnceAndAgainOnlyAfterSomethingCame() throws Exception {
    var events = new RecordedMediaEvents();
    var settings = MediaFixture.settings(Duration.ofMillis(300));
    try (var media = new Media(settings);
        var party = new RtpProbe()) {
      var leg = media.open(events);
      leg.agree(party.agreement());

      assertThat((Duration) events.next()).isGreaterThanOrEqualTo(settings.silence());
      party.hear(30);
      assertThat(events.told).isEmpty();
      party.say(leg, packetOf(1));
      assertThat((Duration) events.next()).isGreaterThanOrEqualTo(settings.silence());
    }
  }

  @Test
  void aReportIsASignOfLifeAndAPartyOnHoldNeedGiveNone() throws Exception {
    var events = new RecordedMediaEvents();
    try (var media = new Media(MediaFixture.settings(Duration.ofSeconds(1)));
        var party = new RtpProbe();
        var held = new RtpProbe()) {
      var onHold = media.open(events);
      onHold.agree(held.agreement(Direction.SENDONLY));
      var leg = media.open(events);
      leg.agree(party.agreement());
      for (int i = 0; i < 10; i++) {
        held.hear(10);
        party.send(
            party.rtcp, new byte[] {(byte) 0x80, (byte) 201, 0, 1, 0, 0, 0, 9}, leg.port() + 1);
      }

      assertThat(events.told).isEmpty();
    }
  }

  @Test
  void closingTwiceIsClosingOnceAndEverythingAfterItIsQuiet() throws Exception {
    try (var media = MediaFixture.media();
        var party = new RtpProbe()) {
      var leg = media.open(new RecordedMediaEvents());
      leg.agree(party.agreement());
      party.hear();
      leg.close();
      leg.close();
      leg.play(new Source.Clip(new Sound(Tones.sine(440, 100)), true));
      leg.press("1");
      leg.agree(party.agreement());
      leg.tap(new RecordedSink());

      party.forget();
      assertThat(party.hearsNothingFor(100)).isTrue();
      assertThat(leg.quality().packetsSaid()).isPositive();
      assertThat(media.legs()).isZero();
    }
  }

  @Test
  void legsMayEndAtAnyTimeWhileOthersPlayThem() throws Exception {
    try (var media = MediaFixture.media();
        var party = new RtpProbe()) {
      var stays = media.open(new RecordedMediaEvents());
      stays.agree(party.agreement());
      for (int i = 0; i < 200; i++) {
        var over = new AtomicBoolean();
        try (var talker = new RtpProbe()) {
          var goes = media.open(new RecordedMediaEvents());
          goes.agree(talker.agreement());
          goes.play(new Source.Peer(stays));
          var talking = Thread.ofVirtual().start(() -> {
            while (!over.get()) talker.say(goes, packetOf(1));
          });
          var swapping = Thread.ofVirtual().start(() -> {
            stays.play(new Source.Peer(goes));
            goes.play(new Source.Peer(goes));
          });
          goes.close();
          over.set(true);
          swapping.join();
          talking.join();
        }
      }

      assertThat(stays.source()).isEqualTo(Source.SILENCE);
      assertThat(media.legs()).isEqualTo(1);
      party.forget();
      assertThat(party.hear(packet -> packet.payload()[0] == G711.ULAW_SILENCE)).isNotNull();
    }
  }

  @Test
  void aLegClosesItselfFromItsOwnEvents() throws Exception {
    try (var media = MediaFixture.media();
        var party = new RtpProbe()) {
      var legs = new ArrayList<MediaLeg>();
      var leg = media.open(new MediaEvents() {
        @Override
        public void pressed(char digit) {
          legs.getFirst().close();
        }

        @Override
        public void played(Source.Clip clip) {}

        @Override
        public void silent(Duration since) {}
      });
      legs.add(leg);
      leg.agree(party.agreement());
      party.key(1).forEach(packet -> party.send(leg, packet));
      while (media.legs() > 0) Thread.onSpinWait();

      assertThat(media.open(new RecordedMediaEvents()).port()).isPositive();
    }
  }
}
