package kept.phone;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How a call ended.
public enum Outcome {
  /// They talked with a person.
  TALKED,
  /// They gave up, were turned away, or nobody could take it.
  MISSED,
  /// They rang while the shop was closed.
  CLOSED,
  /// They left words.
  VOICEMAIL,
  /// It died with the process that carried it, before anybody talked.
  DROPPED,
  /// We called, and nobody was there.
  NOT_REACHED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Outcome of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
