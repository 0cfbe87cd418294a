package kept.conversations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How a conversation stands: we owe; we asked if it is sorted; they said so; seven days' silence.
public enum State {
  OPEN,
  WAITING,
  CONFIRMED,
  LAPSED;

  /// The word that the database and the API use.
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static State of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
