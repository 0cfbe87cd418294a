package kept.line.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kept.line.rtp.G711;
import kept.line.rtp.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavTest {
  @Test
  void whatIsWrittenIsReadAgain(@TempDir Path folder) throws Exception {
    var samples = Hearing.tone(440, 8000, 8001, 10000);

    Wav.write(folder.resolve("tone.wav"), samples);

    assertThat(Wav.read(folder.resolve("tone.wav"))).isEqualTo(samples);
  }

  @Test
  void aLawFileComesBackAsNearAsItsLawAllows() throws Exception {
    var samples = Hearing.tone(440, 8000, 8001, 10000);

    var read = Wav.read(Wav.ulaw(samples));

    assertThat(read).hasSize(8001);
    assertThat(Hearing.loudness(read, 440)).isCloseTo(10000, within(50.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {8000, 11025, 12345, 16000, 22050, 24000, 32000, 44100, 47999, 48000})
  void aToneKeepsItsPitchLengthAndLoudnessAtEveryRate(int rate) throws Exception {
    for (var hertz : new int[] {300, 440, 1000, 3300}) {
      var wav = file(1, 1, rate, 16, Hearing.tone(hertz, rate, rate, 10000));

      var read = Wav.read(wav);

      assertThat(read.length).isBetween(7999, 8001);
      assertThat(Hearing.loudness(read, 400, 7600, hertz)).isCloseTo(10000, within(250.0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4100, 5000, 6000, 7560, 8000, 12000, 19000})
  void whatATelephoneCannotCarryDoesNotFoldBack(int hertz) throws Exception {
    var read = Wav.read(file(1, 1, 48000, 16, Hearing.tone(hertz, 48000, 48000, 30000)));

    var inside = Arrays.copyOfRange(read, 400, 7600);
    assertThat(IntStream.range(0, inside.length)
            .map(i -> Math.abs(inside[i]))
            .max()
            .orElseThrow())
        .isLessThan(20);
  }

  static Stream<Object[]> codings() {
    return Stream.of(
        new Object[] {1, 8},
        new Object[] {1, 16},
        new Object[] {1, 24},
        new Object[] {7, 8},
        new Object[] {6, 8});
  }

  @ParameterizedTest
  @MethodSource("codings")
  void everyCodingIsHeardAlikeInMonoAndStereo(int tag, int bits) throws Exception {
    ToDoubleFunction<short[]> loudness = sound -> Hearing.loudness(sound, 440);
    var tone = Hearing.tone(440, 8000, 8000, 10000);

    assertThat(Wav.read(file(tag, 1, 8000, bits, tone)))
        .satisfies(read -> assertThat(loudness.applyAsDouble(read)).isCloseTo(10000, within(100.0)))
        .hasSize(8000);
    assertThat(Wav.read(file(tag, 2, 8000, bits, tone)))
        .satisfies(read -> assertThat(loudness.applyAsDouble(read)).isCloseTo(10000, within(100.0)))
        .hasSize(8000);
  }

  @Test
  void chunksBeforeTheSoundArePassedByAndTheExtendedHeadIsRead() throws Exception {
    var data = new ByteArrayOutputStream();
    data.write(head("LIST", 5));
    data.write(new byte[6]);
    data.write(head("fmt ", 40));
    data.write(ByteBuffer.allocate(40)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 0xFFFE)
        .putShort((short) 1)
        .putInt(8000)
        .putInt(16000)
        .putShort((short) 2)
        .putShort((short) 16)
        .putShort((short) 22)
        .putShort((short) 16)
        .putInt(4)
        .putShort((short) 1)
        .array());
    data.write(head("data", -1));
    data.write(new byte[] {1, 2, 3, 4, 5});

    assertThat(Wav.read(riff(data.toByteArray()))).containsExactly((short) 0x201, (short) 0x403);
  }

  @Test
  void aFileThatTheLineCannotPlayIsRefusedInPlainWords() {
    var tone = new short[10];

    assertThatThrownBy(() -> Wav.read("ID3 an MP3".repeat(9).getBytes("UTF-8")))
        .isInstanceOf(MalformedWav.class)
        .hasMessage("This is not a WAV file.");
    assertThatThrownBy(() -> Wav.read(file(1, 6, 8000, 16, tone)))
        .hasMessage("This WAV file has 6 channels. Save it as mono or stereo.");
    assertThatThrownBy(() -> Wav.read(file(1, 1, 96000, 16, tone)))
        .hasMessage("This WAV file has 96000 samples a second. Save it with 8,000 to 48,000.");
    assertThatThrownBy(() -> Wav.read(file(85, 1, 8000, 0, tone)))
        .hasMessageContaining("Save it as PCM with 16 bits.");
    assertThatThrownBy(() -> Wav.read(file(1, 1, 8000, 16, new short[0])))
        .hasMessage("There is no sound in this WAV file.");
    assertThatThrownBy(() -> Wav.read(new byte[Wav.LARGEST_FILE + 1]))
        .hasMessage("This WAV file is larger than 32 MB. Bring a shorter one.");
  }

  @Test
  void nothingThatIsInAFileIsWorseThanMalformed() {
    var random = new Random(440);
    var whole = file(1, 2, 44100, 24, Hearing.tone(440, 8000, 40, 10000));
    for (int round = 0; round < 20000; round++) {
      var bytes = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
      for (int i = random.nextInt(6); i > 0 && bytes.length > 0; i--)
        bytes[random.nextInt(Math.min(bytes.length, 60))] = (byte) random.nextInt();
      try {
        assertThat(Wav.read(bytes)).isNotNull();
      } catch (MalformedWav refused) {
        assertThat(refused).hasMessageEndingWith(".");
      }
    }
  }

  private static byte[] file(int tag, int channels, int rate, int bits, short[] samples) {
    int bytes = bits / 8;
    var data =
        ByteBuffer.allocate(32 + samples.length * bytes * channels).order(ByteOrder.LITTLE_ENDIAN);
    data.put(head("fmt ", 16)).putShort((short) tag).putShort((short) channels).putInt(rate);
    data.putInt(rate * bytes * channels).putShort((short) (bytes * channels));
    data.putShort((short) bits).put(head("data", samples.length * bytes * channels));
    for (var sample : samples)
      for (int channel = 0; channel < channels; channel++) put(data, tag, bits, sample);
    return riff(data.array());
  }

  private static void put(ByteBuffer data, int tag, int bits, short sample) {
    if (tag == 7) data.put(G711.encode(Law.PCMU, sample));
    else if (tag == 6) data.put(G711.encode(Law.PCMA, sample));
    else if (bits == 8) data.put((byte) ((sample >> 8) + 128));
    else if (bits == 16) data.putShort(sample);
    else if (bits == 24) data.put((byte) 0).putShort(sample);
  }

  private static byte[] riff(byte[] chunks) {
    return ByteBuffer.allocate(12 + chunks.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(Wav.ascii("RIFF"))
        .putInt(4 + chunks.length)
        .put(Wav.ascii("WAVE"))
        .put(chunks)
        .array();
  }

  private static byte[] head(String name, int size) {
    return ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(Wav.ascii(name))
        .putInt(size)
        .array();
  }
}
