package kept.conversations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Theirs, ours, or a note that only the team sees.
public enum Direction {
  INBOUND,
  OUTBOUND,
  NOTE;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Direction of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
