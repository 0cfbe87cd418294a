package kept.promises;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import kept.platform.Refusal;

/// What sort of thing was promised.
public enum Kind {
  CALLBACK,
  REFUND,
  REPLACEMENT,
  SHIPMENT,
  INFORMATION,
  FIX,
  VISIT,
  ESCALATION,
  OTHER;

  /// The word that the database and the API use.
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Kind of(String word) {
    for (var kind : values()) if (kind.word().equals(word)) return kind;
    throw new Refusal("There is no promise of the kind \"" + word + "\".");
  }
}
