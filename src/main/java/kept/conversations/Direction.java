package kept.conversations;

import java.util.Locale;

/// Theirs, ours, or a note that only the team sees.
public enum Direction {
  INBOUND,
  OUTBOUND,
  NOTE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Direction of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
