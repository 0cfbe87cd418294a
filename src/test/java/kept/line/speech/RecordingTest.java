package kept.line.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import kept.line.rtp.Law;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The test is the writer here: it decides when a round is, so nothing waits for a clock.
class RecordingTest {
  private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");

  private @TempDir Path folder;
  private Path file;
  private Recording recording;
  private final List<Ending> endings = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("call.wav");
    recording = new Recording(file, InstantSource.fixed(NINE), 0, endings::add);
  }

  @Test
  void whatIsHeardIsLeftAndWhatIsSaidIsRight() throws IOException {
    record(Talk.tone(440, Law.PCMU, 8000, 2000), Talk.tone(1000, Law.PCMA, 8000, 2000));

    var ways = Ways.in(file);
    assertThat(ways.heard()).hasSize(16000);
    assertThat(Hearing.loudness(ways.heard(), 440)).isCloseTo(10000, within(150.0));
    assertThat(Hearing.loudness(ways.heard(), 1000)).isLessThan(20);
    assertThat(Hearing.loudness(ways.said(), 1000)).isCloseTo(10000, within(150.0));
    assertThat(endings).containsExactly(Ending.ASKED);
  }

  @Test
  void theWavReaderHearsBothWaysTogether() throws Exception {
    record(Talk.tone(440, Law.PCMU, 0, 1000), Talk.tone(1000, Law.PCMU, 0, 1000));

    var mono = Wav.read(file);

    assertThat(Hearing.loudness(mono, 440)).isCloseTo(5000, within(100.0));
    assertThat(Hearing.loudness(mono, 1000)).isCloseTo(5000, within(100.0));
  }

  @Test
  void packetsOutOfOrderAndTwiceAreWhereTheyBelong() throws IOException {
    var packets = new ArrayList<>(Talk.tone(440, Law.PCMU, 160_000, 5000));
    var random = new Random(7);
    for (int at = 0; at < packets.size(); at += 10)
      Collections.shuffle(packets.subList(at, Math.min(at + 10, packets.size())), random);
    for (int i = 0; i < 60; i++) {
      int at = random.nextInt(100, 200);
      packets.add(at + random.nextInt(40), packets.get(at));
    }

    record(packets, List.of());

    var heard = Ways.in(file).heard();
    assertThat(heard).hasSize(40_000);
    assertThat(Hearing.loudness(heard, 440)).isCloseTo(10000, within(100.0));
    assertThat(Hearing.pitch(heard, 0, 8000)).isEqualTo(440);
    assertThat(recording.lost()).isZero();
  }

  @Test
  void aLostPacketIsSilenceOfItsLength() throws IOException {
    var packets = new ArrayList<>(Talk.tone(440, Law.PCMU, 0, 4000));
    var random = new Random(11);
    for (int i = 0; i < 40; i++) packets.remove(random.nextInt(1, packets.size() - 1));

    record(packets, List.of());

    var heard = Ways.in(file).heard();
    assertThat(heard).hasSize(32_000);
    assertThat(Hearing.loudness(heard, 440)).isCloseTo(8000, within(100.0));
    assertThat(Hearing.pitch(heard, 0, 32_000)).isEqualTo(440);
    int silent = 0;
    for (int at = 0; at < heard.length; at += 160) {
      boolean sounds = false;
      for (int i = at; i < at + 160; i++) sounds |= heard[i] != 0;
      if (!sounds) silent++;
    }
    assertThat(silent).isEqualTo(40);
  }

  @Test
  void longPacketsShortOnesAndALawThatChangesMakeOneTone() throws IOException {
    var whole = Talk.tone(440, Law.PCMU, 0, 600);
    for (int at = 0; at < 30; at += 3) {
      var long60 = new byte[480];
      for (int i = 0; i < 3; i++)
        System.arraycopy(whole.get(at + i).payload(), 0, long60, 160 * i, 160);
      new Talk(at * 160L, Law.PCMU, long60).heardBy(recording);
    }
    Talk.tone(440, Law.PCMA, 4800, 600).forEach(talk -> talk.heardBy(recording));
    round(0);
    close();

    var heard = Ways.in(file).heard();
    assertThat(heard).hasSize(9600);
    assertThat(Hearing.loudness(heard, 440)).isCloseTo(10000, within(150.0));
  }

  @Test
  void aStretchWithoutAnyPacketIsSilentAndAsLongAsItWas() throws IOException {
    Talk.tone(440, Law.PCMU, 0, 1000).forEach(talk -> talk.heardBy(recording));
    round(0);
    round(0);
    Talk.tone(440, Law.PCMU, 8000 * 600L, 1000).forEach(talk -> talk.heardBy(recording));
    round(600);
    close();

    var heard = Ways.in(file).heard();
    assertThat(heard).hasSize(8000 * 601);
    assertThat(Hearing.loudness(heard, 0, 8000, 440)).isCloseTo(10000, within(150.0));
    assertThat(Hearing.loudness(heard, 8000, 8000 * 600, 440)).isZero();
    assertThat(Hearing.loudness(heard, 8000 * 600, 8000 * 601, 440))
        .isCloseTo(10000, within(150.0));
  }

  @Test
  void aPositionThatNoClockExplainsIsNotBelieved() throws IOException {
    Talk.tone(440, Law.PCMU, 0, 1000).forEach(talk -> talk.heardBy(recording));
    round(0);
    round(0);
    Talk.tone(440, Law.PCMU, Integer.MAX_VALUE, 20).forEach(talk -> talk.heardBy(recording));
    Talk.tone(440, Law.PCMU, Long.MAX_VALUE - 160, 20).forEach(talk -> talk.heardBy(recording));
    Talk.tone(440, Law.PCMU, -8000, 20).forEach(talk -> talk.heardBy(recording));
    close();

    assertThat(Ways.in(file).heard()).hasSize(8000);
    assertThat(recording.lost()).isEqualTo(3);
  }

  @Test
  void aPacketThatComesAfterItsPlaceIsOnTheDiskIsLost() throws IOException {
    var packets = Talk.tone(440, Law.PCMU, 0, 4000);
    packets.stream().skip(1).forEach(talk -> talk.heardBy(recording));
    round(0);
    round(0);
    packets.getFirst().heardBy(recording);
    close();

    assertThat(Ways.in(file).heard()).hasSize(32_000 - 160);
    assertThat(recording.lost()).isEqualTo(1);
  }

  @Test
  void whileItIsPausedNothingOfTheSoundIsInTheFile() throws IOException {
    var talk = Talk.tone(440, Law.PCMU, 0, 3000);
    talk.subList(0, 50).forEach(packet -> packet.heardBy(recording));
    recording.pause("Priya \"P\" Ä");
    talk.subList(50, 100).forEach(packet -> packet.heardBy(recording));
    round(0);
    recording.resume("Priya");
    talk.get(80).heardBy(recording);
    talk.subList(100, 150).forEach(packet -> packet.heardBy(recording));
    round(0);
    close();

    var heard = Ways.in(file).heard();
    assertThat(heard).hasSize(24_000);
    assertThat(Hearing.loudness(heard, 0, 8000, 440)).isCloseTo(10000, within(150.0));
    for (int i = 8000; i < 16_000; i++) assertThat(heard[i]).isZero();
    assertThat(Hearing.loudness(heard, 16_000, 24_000, 440)).isCloseTo(10000, within(150.0));
    var gap = new Gap(8000, 16_000, NINE, "Priya \"P\" Ä", NINE, "Priya");
    assertThat(recording.gaps()).containsExactly(gap);
    assertThat(Recording.gaps(file)).containsExactly(gap);
  }

  @Test
  void aPauseThatNobodyEndedStaysOpenInTheLog() throws IOException {
    recording.pause("Edie");
    recording.pause("Edie");
    Talk.tone(440, Law.PCMU, 8000, 1000).forEach(packet -> packet.saidTo(recording));
    round(0);
    close();

    assertThat(Ways.in(file).said()).hasSize(8000).containsOnly(0);
    assertThat(Recording.gaps(file))
        .containsExactly(new Gap(0, Gap.OPEN, NINE, "Edie", null, null));
    Files.writeString(
        GapLog.of(file), Files.readString(GapLog.of(file)) + "{\"resumed\":12,\"at\":\"20");
    assertThat(Recording.gaps(file)).hasSize(1);
  }

  @Test
  void aRecordingWithoutAPacketIsAnEmptyFile() throws IOException {
    close();

    assertThat(Ways.in(file).heard()).isEmpty();
    assertThat(Recording.gaps(file)).isEmpty();
  }

  private void record(List<Talk> heard, List<Talk> said) throws IOException {
    for (int i = 0; i < Math.max(heard.size(), said.size()); i++) {
      if (i < heard.size()) heard.get(i).heardBy(recording);
      if (i < said.size()) said.get(i).saidTo(recording);
      if (i % 25 == 24) round(i / 50);
    }
    close();
  }

  private void round(int second) {
    assertThat(recording.write(System.nanoTime() + second * 1_000_000_000L)).isTrue();
  }

  /// Closing waits for the writer, who is us.
  private void close() {
    var closing = Thread.startVirtualThread(recording::close);
    while (recording.write(System.nanoTime() + 700_000_000_000L)) Thread.onSpinWait();
    try {
      closing.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(recording.ending()).isEqualTo(Ending.ASKED);
  }
}
