package kept.promises;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// A rung of the ladder, from the first nudge to the promise breaking.
public enum Step {
  NUDGE,
  SECOND,
  EVERYONE,
  OWNER,
  BROKEN;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Step of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
