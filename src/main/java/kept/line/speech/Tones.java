package kept.line.speech;

import java.util.ArrayList;
import java.util.List;
import kept.line.rtp.Law;
import kept.line.rtp.Sound;

/// The tones of a telephone, as callers of a region know them (ITU-T E.180, supplement 2).
///
/// Each is one whole cadence, so a clip that repeats it goes on for ever without a click.
public final class Tones {
  /// Whose telephones they sound like.
  public enum Region {
    US,
    GB,
    EU
  }

  /// What a tone tells.
  public enum Tone {
    /// It rings over there.
    RING_BACK,

    /// They are talking already.
    BUSY,

    /// There is no way through.
    CONGESTION,

    /// Speak now.
    BEEP
  }

  /// About -20 dB below full scale in all, as loud as the prompts.
  private static final double LEVEL = 32768 * Math.pow(10, -20 / 20.0);

  /// Samples in which a burst swells and fades, so that it does not click: 5 ms.
  private static final int SWELL = Law.RATE / 200;

  private Tones() {}

  public static Sound sound(Region region, Tone tone) {
    return new Sound(samples(region, tone));
  }

  static short[] samples(Region region, Tone tone) {
    return switch (tone) {
      case RING_BACK ->
        switch (region) {
          case US -> cadence(List.of(440, 480), 2000, 4000);
          case GB -> cadence(List.of(400, 450), 400, 200, 400, 2000);
          case EU -> cadence(List.of(425), 1000, 4000);
        };
      case BUSY ->
        switch (region) {
          case US -> cadence(List.of(480, 620), 500, 500);
          case GB -> cadence(List.of(400), 375, 375);
          case EU -> cadence(List.of(425), 500, 500);
        };
      case CONGESTION ->
        switch (region) {
          case US -> cadence(List.of(480, 620), 250, 250);
          case GB -> cadence(List.of(400), 400, 350, 225, 525);
          case EU -> cadence(List.of(425), 250, 250);
        };
      case BEEP -> cadence(List.of(1000), 400);
    };
  }

  /// Milliseconds on, off, on, off.
  private static short[] cadence(List<Integer> hertz, int... millis) {
    var bursts = new ArrayList<short[]>();
    for (int i = 0; i < millis.length; i++) {
      int samples = millis[i] * Law.RATE / 1000;
      bursts.add(i % 2 == 0 ? burst(hertz, samples) : new short[samples]);
    }
    return Prompts.joined(bursts);
  }

  private static short[] burst(List<Integer> hertz, int samples) {
    double amplitude = LEVEL * Math.sqrt(2.0 / hertz.size());
    var burst = new short[samples];
    for (int i = 0; i < samples; i++) {
      double sum = 0;
      for (int each : hertz) sum += Math.sin(2 * Math.PI * each * i / Law.RATE);
      double swell = Math.min(1, Math.min(i, samples - 1 - i) / (double) SWELL);
      burst[i] = (short) Math.round(amplitude * swell * sum);
    }
    return burst;
  }
}
