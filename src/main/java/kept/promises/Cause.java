package kept.promises;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Why an alarm is when it is: the ladder's clock, the opening of the day it is due, a new keeper
/// who has to know, or a broken promise that nobody ended.
public enum Cause {
  CLOCK,
  OPENING,
  HANDED_OVER,
  AGAIN;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Cause of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
