package kept.conversations;

import java.util.Locale;

/// By what a message came or went.
public enum Channel {
  EMAIL,
  CALL,
  TEXT,
  CHAT,
  PAGE,
  IN_PERSON;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Channel of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
