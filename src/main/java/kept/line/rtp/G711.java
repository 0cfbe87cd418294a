package kept.line.rtp;

/// G.711 by table: both laws to linear samples and back, and from one law to the other (ITU-T
/// G.711, tables 1a to 2b).
public final class G711 {
  /// A law's byte for no sound.
  static final byte ULAW_SILENCE = (byte) 0xFF;

  static final byte ALAW_SILENCE = (byte) 0xD5;

  private static final short[] FROM_ULAW = new short[256];
  private static final short[] FROM_ALAW = new short[256];
  private static final byte[] TO_ULAW = new byte[65536];
  private static final byte[] TO_ALAW = new byte[65536];
  private static final byte[] ULAW_TO_ALAW = new byte[256];
  private static final byte[] ALAW_TO_ULAW = new byte[256];

  static {
    for (int i = 0; i < 256; i++) {
      FROM_ULAW[i] = ulaw((byte) i);
      FROM_ALAW[i] = alaw((byte) i);
    }
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      TO_ULAW[sample & 0xFFFF] = toUlaw(sample);
      TO_ALAW[sample & 0xFFFF] = toAlaw(sample);
    }
    for (int i = 0; i < 256; i++) {
      ULAW_TO_ALAW[i] = TO_ALAW[FROM_ULAW[i] & 0xFFFF];
      ALAW_TO_ULAW[i] = TO_ULAW[FROM_ALAW[i] & 0xFFFF];
    }
  }

  private G711() {}

  public static byte encode(Law law, short sample) {
    return law == Law.PCMU ? TO_ULAW[sample & 0xFFFF] : TO_ALAW[sample & 0xFFFF];
  }

  public static short decode(Law law, byte coded) {
    return law == Law.PCMU ? FROM_ULAW[coded & 0xFF] : FROM_ALAW[coded & 0xFF];
  }

  static byte silence(Law law) {
    return law == Law.PCMU ? ULAW_SILENCE : ALAW_SILENCE;
  }

  /// Rewrites the bytes from one law to the other where they lie.
  static void transcode(Law from, Law to, byte[] bytes, int offset, int length) {
    if (from == to) return;
    var table = from == Law.PCMU ? ULAW_TO_ALAW : ALAW_TO_ULAW;
    for (int i = offset; i < offset + length; i++) bytes[i] = table[bytes[i] & 0xFF];
  }

  private static short ulaw(byte coded) {
    int bits = ~coded & 0xFF;
    int magnitude = ((((bits & 0x0F) << 3) + 0x84) << (bits >> 4 & 7)) - 0x84;
    return (short) ((bits & 0x80) == 0 ? magnitude : -magnitude);
  }

  private static byte toUlaw(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs(sample), 32635) + 0x84;
    int exponent = 24 - Integer.numberOfLeadingZeros(magnitude);
    return (byte) ~(sign | exponent << 4 | ((magnitude >> (exponent + 3)) & 0x0F));
  }

  private static short alaw(byte coded) {
    int bits = coded ^ 0x55;
    int exponent = bits >> 4 & 7;
    int mantissa = (bits & 0x0F) << 4;
    int magnitude = exponent == 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
    return (short) ((bits & 0x80) != 0 ? magnitude : -magnitude);
  }

  private static byte toAlaw(int sample) {
    int sign = sample >= 0 ? 0x80 : 0;
    int magnitude = Math.min(sample >= 0 ? sample : -sample - 1, 32767);
    int exponent = magnitude < 256 ? 0 : 24 - Integer.numberOfLeadingZeros(magnitude);
    int mantissa = exponent == 0 ? magnitude >> 4 : (magnitude >> (exponent + 3)) & 0x0F;
    return (byte) ((sign | exponent << 4 | mantissa) ^ 0x55);
  }
}
