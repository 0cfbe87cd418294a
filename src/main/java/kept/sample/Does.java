package kept.sample;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import kept.platform.Refusal;

/// What a simulated caller does.
public enum Does {
  /// Says what it is about to whoever picks up and stays until they hang up; leaves a message where
  /// nobody does.
  WAITS,
  /// Gives up after a few seconds.
  HANGS_UP,
  /// Says what it is about, to a person or after the tone, and hangs up.
  LEAVES_MESSAGE,
  /// Says what it is about to a person and hangs up; says nothing after a tone.
  TALKS;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Does of(String word) {
    for (var each : values()) if (each.word().equals(word)) return each;
    throw new Refusal(
        "A caller waits, hangs_up, leaves_message or talks, and does not \"" + word + "\".");
  }
}
