package kept.frontdoor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import kept.platform.Refusal;

/// What a caller gets whom nobody could take. Whichever it is, somebody rings them back whom
/// nobody talked with.
public enum Overflow {
  /// They hear that we ring back, and may hang up.
  RING_BACK,
  /// They may say what it is about.
  VOICEMAIL,
  /// Another number rings, an answering service for instance.
  NUMBER;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Overflow of(String word) {
    for (var each : values()) if (each.word().equals(word)) return each;
    throw new Refusal(
        "There is no overflow \"" + word + "\": it is ring_back, voicemail or number.");
  }
}
