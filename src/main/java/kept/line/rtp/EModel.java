package kept.line.rtp;

/// How good a call sounds, by the E-model (ITU-T G.107) with its default values: R = 93.2 -
/// Idd - Ie,eff.
///
/// Only delay and loss are measured; noise, echo and loudness count as the standard assumes
/// them. Its estimate is of planning, not a judgement of an ear.
final class EModel {
  /// R where nothing impairs but what the defaults assume (G.107, table 3).
  static final double BEST = 93.2;

  /// How robust G.711 is against random loss (G.113, appendix I): with a far end that conceals
  /// it (G.711 appendix I), as all phones do.
  static final double CONCEALED = 25.1;

  /// Without: what a recording of lost packets sounds like.
  static final double BARE = 4.3;

  private EModel() {}

  /// @param delayMillis one way, mouth to ear
  /// @param loss part of the packets, 0 to 1
  /// @param robustness [#CONCEALED] or [#BARE]
  static double rating(double delayMillis, double loss, double robustness) {
    return BEST - delayImpairment(delayMillis) - lossImpairment(loss, robustness);
  }

  /// Idd, section 7.4: nothing up to 100 ms.
  private static double delayImpairment(double millis) {
    if (!(millis > 100)) return 0;
    double x = Math.log(millis / 100) / Math.log(2);
    double near = Math.pow(1 + Math.pow(x, 6), 1.0 / 6);
    double far = Math.pow(1 + Math.pow(x / 3, 6), 1.0 / 6);
    return 25 * (near - 3 * far + 2);
  }

  /// Ie,eff, section 7.5, for random loss (BurstR = 1); Ie of G.711 is 0.
  private static double lossImpairment(double loss, double robustness) {
    double percent = 100 * Math.clamp(loss, 0, 1);
    return 95 * percent / (percent + robustness);
  }

  /// The mean opinion score that belongs to a rating (annex B): 1 bad, 4.5 the best there is.
  static double mos(double rating) {
    if (rating <= 0) return 1;
    if (rating >= 100) return 4.5;
    double mos = 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6;
    return Math.max(1, mos);
  }
}
