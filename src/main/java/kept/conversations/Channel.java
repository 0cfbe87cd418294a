package kept.conversations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// By what a message came or went.
public enum Channel {
  EMAIL,
  CALL,
  TEXT,
  CHAT,
  PAGE,
  IN_PERSON;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Channel of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
