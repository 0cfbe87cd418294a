package kept.promises;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Open until it is kept or the customer let us off; an ending is final. Broken is not an ending.
public enum PromiseState {
  OPEN,
  KEPT,
  RELEASED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PromiseState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
