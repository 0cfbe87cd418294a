package kept.promises.hearing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How far the words bind us: "I'll call you at 4", or "I should be able to call you at 4".
public enum Strength {
  FIRM,
  HEDGED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
