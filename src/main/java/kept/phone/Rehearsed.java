package kept.phone;

import java.util.Locale;
import kept.platform.Refusal;

/// Which caller somebody wants to be who tries a front door.
public enum Rehearsed {
  /// One of us picks up.
  FREE,
  /// Everybody talks.
  BUSY,
  /// Phones ring and nobody picks up.
  NOBODY,
  CLOSED,
  HOLIDAY;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Rehearsed of(String word) {
    for (var each : values()) if (each.word().equals(word)) return each;
    throw new Refusal("Try it as a caller when somebody is free, busy, away or closed.");
  }
}
