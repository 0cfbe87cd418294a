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
  /// They are on the list of nuisances, or were turned away as one.
  NUISANCE,
  /// It died with the process that carried it.
  DROPPED,
  /// We called, and nobody was there.
  NOT_REACHED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether somebody waits for us since (law 1).
  boolean owesARingBack() {
    return switch (this) {
      case MISSED, CLOSED, VOICEMAIL, DROPPED -> true;
      case TALKED, NUISANCE, NOT_REACHED -> false;
    };
  }

  static Outcome of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
