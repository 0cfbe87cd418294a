package kept.line.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/// What a WAV's head says: how its samples are written, and where in the file they lie.
///
/// @param length bytes of whole frames; a file that stops early has fewer than it says
record WavFormat(Coding coding, int channels, int rate, int offset, int length) {
  /// How one sample is written.
  enum Coding {
    PCM8(1),
    PCM16(2),
    PCM24(3),
    PCMU(1),
    PCMA(1);

    final int bytes;

    Coding(int bytes) {
      this.bytes = bytes;
    }
  }

  private static final int SLOWEST = 8_000;
  private static final int FASTEST = 48_000;

  /// Metadata in front of the sound; a file with more chunks than this is made to keep us
  /// busy.
  private static final int MOST_CHUNKS = 64;

  private static final int RIFF = 0x46464952;
  private static final int WAVE = 0x45564157;
  private static final int FMT = 0x20746D66;
  private static final int DATA = 0x61746164;
  private static final int EXTENSIBLE = 0xFFFE;

  int frames() {
    return length / frameBytes();
  }

  int frameBytes() {
    return coding.bytes * channels;
  }

  static WavFormat of(byte[] bytes) throws MalformedWav {
    var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < 12 || file.getInt(0) != RIFF || file.getInt(8) != WAVE)
      throw new MalformedWav("This is not a WAV file.");
    int format = -1;
    int at = 12;
    for (int chunk = 0; chunk < MOST_CHUNKS && at + 8 <= bytes.length; chunk++) {
      int here = at + 8;
      long size = file.getInt(at + 4) & 0xFFFFFFFFL;
      int held = (int) Math.min(size, bytes.length - here);
      if (file.getInt(at) == FMT && format < 0) {
        if (held < 16) throw new MalformedWav("This WAV file is cut off in its first lines.");
        format = here;
      }
      if (file.getInt(at) == DATA) return sound(file, format, here, held);
      at = here + held + (held & 1);
    }
    throw new MalformedWav("There is no sound in this WAV file.");
  }

  private static WavFormat sound(ByteBuffer file, int format, int offset, int held)
      throws MalformedWav {
    if (format < 0) throw new MalformedWav("This WAV file does not say how its sound is written.");
    int channels = file.getShort(format + 2) & 0xFFFF;
    if (channels < 1 || channels > 2)
      throw new MalformedWav(
          "This WAV file has " + channels + " channels. Save it as mono or stereo.");
    long rate = file.getInt(format + 4) & 0xFFFFFFFFL;
    if (rate < SLOWEST || rate > FASTEST)
      throw new MalformedWav(
          "This WAV file has " + rate + " samples a second. Save it with 8,000 to 48,000.");
    var coding = coding(file, format);
    int length = held - held % (coding.bytes * channels);
    if (length == 0) throw new MalformedWav("There is no sound in this WAV file.");
    return new WavFormat(coding, channels, (int) rate, offset, length);
  }

  private static Coding coding(ByteBuffer file, int format) throws MalformedWav {
    int tag = file.getShort(format) & 0xFFFF;
    int bits = file.getShort(format + 14) & 0xFFFF;
    boolean extended = tag == EXTENSIBLE && file.limit() >= format + 26;
    if (extended) tag = file.getShort(format + 24) & 0xFFFF;
    return switch ((tag << 8) + bits) {
      case 0x0108 -> Coding.PCM8;
      case 0x0110 -> Coding.PCM16;
      case 0x0118 -> Coding.PCM24;
      case 0x0708 -> Coding.PCMU;
      case 0x0608 -> Coding.PCMA;
      default ->
        throw new MalformedWav(String.format(
            Locale.ROOT,
            "The sound in this WAV file is written in a way that the line does not read (format"
                + " %d, %d bits). Save it as PCM with 16 bits.",
            tag,
            bits));
    };
  }
}
