package kept.phone;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Who carried a call.
public enum Carrier {
  /// Our own line.
  LINE,
  /// The phone system that the shop kept, which told us of it.
  PBX,
  /// Nobody here: somebody of us wrote it down.
  HAND;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Carrier of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
