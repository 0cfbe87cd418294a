package kept.line.speech;

/// Measures sound in tests: makes a tone, and hears how loud one frequency is.
final class Hearing {
  private Hearing() {}

  /// A sine of this amplitude.
  static short[] tone(double hertz, int rate, int samples, double amplitude) {
    var tone = new short[samples];
    for (int i = 0; i < samples; i++)
      tone[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
    return tone;
  }

  /// The amplitude of one frequency, by Goertzel's recurrence.
  static double loudness(short[] sound, int from, int to, double hertz) {
    double turn = 2 * Math.cos(2 * Math.PI * hertz / 8000);
    double before = 0;
    double last = 0;
    for (int i = from; i < to; i++) {
      double now = sound[i] + turn * last - before;
      before = last;
      last = now;
    }
    double power = last * last + before * before - turn * last * before;
    return 2 * Math.sqrt(Math.max(0, power)) / (to - from);
  }

  static double loudness(short[] sound, double hertz) {
    return loudness(sound, 0, sound.length, hertz);
  }

  /// Of all frequencies from 300 to 3,400 Hz, a hertz apart, the loudest.
  static int pitch(short[] sound, int from, int to) {
    int loudest = 300;
    for (int hertz = 300; hertz <= 3400; hertz++)
      if (loudness(sound, from, to, hertz) > loudness(sound, from, to, loudest)) loudest = hertz;
    return loudest;
  }

  /// Root of the mean square, in decibels below full scale.
  static double level(short[] sound) {
    double sum = 0;
    for (var sample : sound) sum += (double) sample * sample;
    return 10 * Math.log10(sum / sound.length / (32768.0 * 32768.0));
  }
}
