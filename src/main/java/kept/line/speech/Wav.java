package kept.line.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kept.line.rtp.G711;
import kept.line.rtp.Law;

/// WAV files as the line uses them: whatever somebody brings becomes 8,000 samples a second,
/// mono, 16 bits each.
///
/// Reads PCM of 8, 16 and 24 bits, mu-law and A-law, mono and stereo, 8,000 to 48,000 samples
/// a second.
public final class Wav {
  /// Two minutes of the fattest sound we read, or half an hour of the line's own.
  static final int LARGEST_FILE = 32 << 20;

  private static final int HEAD = 44;

  private static final int PCM = 1;
  private static final int ULAW = 7;

  private Wav() {}

  public static short[] read(Path file) throws IOException, MalformedWav {
    try (var in = Files.newInputStream(file)) {
      return read(in.readNBytes(LARGEST_FILE + 1));
    }
  }

  public static short[] read(byte[] file) throws MalformedWav {
    return read(file, false);
  }

  /// What is on the left: in a recording of the line's, what its party said.
  public static short[] left(byte[] file) throws MalformedWav {
    return read(file, true);
  }

  private static short[] read(byte[] file, boolean left) throws MalformedWav {
    if (file.length > LARGEST_FILE)
      throw new MalformedWav("This WAV file is larger than 32 MB. Bring a shorter one.");
    var format = WavFormat.of(file);
    int channels = left ? 1 : format.channels();
    var mono = new float[format.frames()];
    for (int i = 0; i < mono.length; i++) {
      int at = format.offset() + i * format.frameBytes();
      float sum = 0;
      for (int channel = 0; channel < channels; channel++)
        sum += sample(format.coding(), file, at + channel * format.coding().bytes);
      mono[i] = sum / channels;
    }
    if (format.rate() != Law.RATE) return new Resampler(format.rate()).resample(mono);
    var samples = new short[mono.length];
    for (int i = 0; i < samples.length; i++) samples[i] = Resampler.clip(mono[i]);
    return samples;
  }

  public static void write(Path file, short[] samples) throws IOException {
    Files.write(file, pcm(samples));
  }

  /// A whole file of 16 bits a sample.
  public static byte[] pcm(short[] samples) {
    var bytes = new byte[HEAD + 2 * samples.length];
    var file = head(bytes, PCM, 2, samples.length);
    for (var sample : samples) file.putShort(sample);
    return bytes;
  }

  /// A whole mu-law file: half the size, and what the line sends anyway.
  public static byte[] ulaw(short[] samples) {
    var bytes = new byte[HEAD + samples.length + (samples.length & 1)];
    var file = head(bytes, ULAW, 1, samples.length);
    for (var sample : samples) file.put(G711.encode(Law.PCMU, sample));
    return bytes;
  }

  private static ByteBuffer head(byte[] bytes, int format, int width, int samples) {
    var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(bytes.length - 8).put(ascii("WAVE"));
    file.put(ascii("fmt ")).putInt(16).putShort((short) format).putShort((short) 1);
    file.putInt(Law.RATE).putInt(Law.RATE * width);
    file.putShort((short) width).putShort((short) (8 * width));
    return file.put(ascii("data")).putInt(width * samples);
  }

  private static float sample(WavFormat.Coding coding, byte[] file, int at) {
    return switch (coding) {
      case PCM8 -> (float) (((file[at] & 0xFF) - 128) << 8);
      case PCM16 -> (short) ((file[at + 1] << 8) + (file[at] & 0xFF));
      case PCM24 ->
        ((file[at + 2] << 16) + ((file[at + 1] & 0xFF) << 8) + (file[at] & 0xFF)) / 256f;
      case PCMU -> G711.decode(Law.PCMU, file[at]);
      case PCMA -> G711.decode(Law.PCMA, file[at]);
    };
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
