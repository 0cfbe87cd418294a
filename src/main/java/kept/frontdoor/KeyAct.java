package kept.frontdoor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import kept.platform.Refusal;

/// What an optional key is for.
public enum KeyAct {
  /// We ring back, and they keep their place.
  RING_BACK,
  /// They say what it is about.
  VOICEMAIL,
  /// Other people ring, and then the usual ones.
  PEOPLE;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static KeyAct of(String word) {
    for (var each : values()) if (each.word().equals(word)) return each;
    throw new Refusal("A key cannot do \"" + word + "\": it is ring_back, voicemail or people.");
  }
}
