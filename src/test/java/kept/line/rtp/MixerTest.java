package kept.line.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What one hears of several.
class MixerTest {
  private static final int PACKET = 160;

  private final Media media = MediaFixture.media();
  private MediaLeg dana;
  private MediaLeg edie;
  private long now;

  @BeforeEach
  void open() throws NoPortLeft {
    dana = media.open(new RecordedMediaEvents());
    edie = media.open(new RecordedMediaEvents());
  }

  @AfterEach
  void close() {
    media.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 2000, 3000",
    "1000, -1000, 0",
    "-300, -400, -700",
    "30000, 30000, 32767",
    "-30000, -30000, -32768",
  })
  void bothAreHeardAtOnceAndNeverBeyondFullScale(short one, short other, short both) {
    var voices = List.of(voice(dana), voice(edie));
    say(voices.get(0), Law.PCMU, one);
    say(voices.get(1), Law.PCMU, other);

    assertThat((double) hear(new Mixer(voices), Law.PCMU)).isCloseTo(both, within(both, one));
  }

  @ParameterizedTest
  @CsvSource({"PCMU, PCMA, PCMU", "PCMA, PCMU, PCMA", "PCMA, PCMA, PCMU", "PCMU, PCMU, PCMA"})
  void eachSpeaksItsOwnLawAndIsHeardInTheListeners(Law one, Law other, Law listener) {
    var voices = List.of(voice(dana), voice(edie));
    say(voices.get(0), one, (short) 1000);
    say(voices.get(1), other, (short) 2000);

    assertThat((double) hear(new Mixer(voices), listener))
        .isCloseTo(3000, within((short) 3000, (short) 0));
  }

  @ParameterizedTest
  @CsvSource({"PCMU", "PCMA"})
  void whereNobodySpeaksThereIsTheLawsOwnSilence(Law law) {
    var bytes = new byte[PACKET];
    new Mixer(List.of(voice(dana), voice(edie))).fill(law, 0, bytes, 0, PACKET);

    assertThat(bytes).containsOnly(G711.silence(law));
  }

  @Test
  void whoStaysInAnotherCompanyIsNotInterrupted() {
    var first = Mixer.of(new Source.Mix(List.of(dana, edie)), null, keys -> {});
    first.listen();
    speaks(edie, (short) 1000);
    var next = Mixer.of(new Source.Mix(List.of(edie)), first, keys -> {});
    first.giveWayTo(next);
    next.listen();
    speaks(dana, (short) 5000);

    assertThat((double) hear(next, Law.PCMU)).isCloseTo(1000, within((short) 1000, (short) 0));
    assertThat(hear(first, Law.PCMU)).as("who is not listened to").isZero();
  }

  @Test
  void aRingThatNobodyReadsLosesWhatDoesNotFit() {
    var voice = voice(dana);
    for (int i = 0; i < 50; i++) say(voice, Law.PCMU, (short) 1000, i);

    var mixer = new Mixer(List.of(voice));
    int loud = 0;
    for (int i = 0; i < 60; i++) if (next(mixer, Law.PCMU) != 0) loud++;

    assertThat(loud).isBetween(1, 16);
  }

  private static Voice voice(MediaLeg leg) {
    return new Voice(leg, keys -> {});
  }

  private static void speaks(MediaLeg leg, short sample) {
    var scratch = new Scratch();
    Arrays.fill(scratch.in, 0, PACKET, G711.encode(Law.PCMU, sample));
    describe(scratch.heard, Law.PCMU, 0);
    leg.listeners().hear(leg, scratch);
  }

  private static void say(Voice voice, Law law, short sample) {
    say(voice, law, sample, 0);
  }

  private static void say(Voice voice, Law law, short sample, int index) {
    var bytes = new byte[PACKET];
    Arrays.fill(bytes, G711.encode(law, sample));
    var packet = new RtpPacket();
    describe(packet, law, index);
    voice.take(packet, bytes);
  }

  private static void describe(RtpPacket packet, Law law, int index) {
    packet.kind = PayloadKind.AUDIO;
    packet.law = law;
    packet.position = (long) PACKET * index;
    packet.length = PACKET;
  }

  /// After the delay.
  private short hear(Mixer mixer, Law law) {
    next(mixer, law);
    next(mixer, law);
    return next(mixer, law);
  }

  private short next(Mixer mixer, Law law) {
    var bytes = new byte[PACKET + 12];
    mixer.fill(law, now, bytes, 12, PACKET);
    now += PACKET;
    return G711.decode(law, bytes[12]);
  }

  /// G.711 has 4 bits behind the leading one: a step is a sixteenth at most, rounded three
  /// times.
  private static Offset<Double> within(short sum, short part) {
    return Offset.offset(8 + Math.max(Math.abs(sum), Math.abs(part)) * 3 / 32.0);
  }
}
