package kept.line.speech;

import kept.line.rtp.Law;

/// Brings sound of a higher rate down to the line's 8,000 samples a second.
///
/// A windowed sinc cuts at 3,700 Hz first, so what a telephone cannot carry does not fold back
/// into what it can: flat to 3,400 Hz, 70 dB down from 4,000 Hz on.
final class Resampler {
  private static final double CUT = 3700;

  /// Samples of the line's rate on either side of a sample that have a say in it: with a
  /// Blackman window the slope is 5.5 / (2 * 40) of the rate wide, 550 Hz.
  private static final int REACH = 40;

  private final int rate;
  private final int step;
  private final int phases;
  private final int reach;

  Resampler(int rate) {
    int common = common(rate, Law.RATE);
    this.rate = rate;
    step = rate / common;
    phases = Law.RATE / common;
    reach = REACH * rate / Law.RATE;
  }

  short[] resample(float[] sound) {
    var out = new short[(int) (((long) sound.length * phases + step - 1) / step)];
    var weights = new float[Math.min(phases, out.length)][];
    for (int i = 0; i < out.length; i++) {
      if (i < weights.length) weights[i] = weights((int) ((long) i * step % phases));
      var row = weights[i % phases];
      int first = (int) ((long) i * step / phases) - reach + 1;
      float sum = 0;
      int from = Math.max(0, -first);
      int to = Math.min(2 * reach, sound.length - first);
      for (int tap = from; tap < to; tap++) sum += sound[first + tap] * row[tap];
      out[i] = clip(sum);
    }
    return out;
  }

  static short clip(float sample) {
    return (short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /// What each neighbour contributes to a sample that lies `phase` past one of them.
  private float[] weights(int phase) {
    var row = new float[2 * reach];
    double sum = 0;
    for (int tap = 0; tap < row.length; tap++) {
      double away = tap - reach + 1 - (double) phase / phases;
      row[tap] = (float) (sinc(2 * CUT / rate * away) * blackman(away / reach));
      sum += row[tap];
    }
    for (int tap = 0; tap < row.length; tap++) row[tap] /= (float) sum;
    return row;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /// From 1 in the middle to 0 at -1 and 1.
  private static double blackman(double x) {
    if (Math.abs(x) >= 1) return 0;
    return 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
  }

  private static int common(int a, int b) {
    return b == 0 ? a : common(b, a % b);
  }
}
