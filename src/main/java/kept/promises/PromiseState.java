package kept.promises;

import java.util.Locale;

/// Open until it is kept or the customer let us off; an ending is final. Broken is not an ending.
public enum PromiseState {
  OPEN,
  KEPT,
  RELEASED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PromiseState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
