package kept.frontdoor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import kept.platform.Refusal;

/// When a greeting is heard.
public enum Moment {
  OPEN,
  CLOSED,
  HOLIDAY;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Moment of(String word) {
    for (var each : values()) if (each.word().equals(word)) return each;
    throw new Refusal("There is no greeting \"" + word + "\": it is open, closed or holiday.");
  }
}
