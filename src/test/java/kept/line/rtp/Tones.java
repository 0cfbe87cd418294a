package kept.line.rtp;

/// Sounds to know again: a sine of one pitch, and how much of a pitch is in coded audio.
final class Tones {
  private Tones() {}

  static short[] sine(int hertz, int millis) {
    var samples = new short[millis * 8];
    for (int i = 0; i < samples.length; i++)
      samples[i] = (short) (8000 * Math.sin(2 * Math.PI * hertz * i / 8000));
    return samples;
  }

  static byte[] coded(Law law, short[] samples) {
    var bytes = new byte[samples.length];
    for (int i = 0; i < bytes.length; i++) bytes[i] = G711.encode(law, samples[i]);
    return bytes;
  }

  /// Share of the energy at this pitch, 0 to 1 (Goertzel's filter).
  static double share(int hertz, Law law, byte[] coded) {
    double coefficient = 2 * Math.cos(2 * Math.PI * hertz / 8000);
    double energy = 0;
    double last = 0;
    double before = 0;
    for (byte code : coded) {
      double sample = G711.decode(law, code);
      energy += sample * sample;
      double now = sample + coefficient * last - before;
      before = last;
      last = now;
    }
    double power = last * last + before * before - coefficient * last * before;
    return energy == 0 ? 0 : 2 * power / (coded.length * energy);
  }
}
