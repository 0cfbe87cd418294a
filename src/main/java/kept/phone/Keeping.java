package kept.phone;

import java.util.OptionalInt;
import kept.platform.Refusal;

/// How long recordings and voicemail are kept.
public enum Keeping {
  MONTH(30, "30 days"),
  QUARTER(90, "90 days"),
  YEAR(365, "a year"),
  FOR_EVER(0, "for ever");

  private final int days;
  private final String words;

  Keeping(int days, String words) {
    this.days = days;
    this.words = words;
  }

  /// Its mark in forms: the days, 0 for ever.
  public String mark() {
    return String.valueOf(days);
  }

  public String words() {
    return words;
  }

  OptionalInt days() {
    return this == FOR_EVER ? OptionalInt.empty() : OptionalInt.of(days);
  }

  static Keeping of(OptionalInt days) {
    for (var each : values()) if (each.days().equals(days)) return each;
    return QUARTER;
  }

  public static Keeping marked(String mark) {
    for (var each : values()) if (each.mark().equals(mark)) return each;
    throw new Refusal("Recordings are kept for 30 days, 90 days, a year or for ever.");
  }
}
