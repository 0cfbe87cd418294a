package kept.frontdoor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import kept.platform.Refusal;

/// Who is asked to say their name before phones ring; whoever takes the call hears it first.
public enum Screening {
  NONE,
  /// Whoever withholds their number.
  WITHHELD,
  /// Whoever we do not know, with a number or without.
  UNKNOWN;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Screening of(String word) {
    for (var each : values()) if (each.word().equals(word)) return each;
    throw new Refusal("There is no screening \"" + word + "\": it is none, withheld or unknown.");
  }
}
