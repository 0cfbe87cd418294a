package kept.frontdoor;

import java.time.Duration;
import kept.platform.Limit;

/// Something the shop says in its own voice: a WAV of the line's (mono, 16 bits, 8,000 samples a
/// second) among the blobs, how long it takes, and its words for eyes.
public record Greeting(String file, Duration length, String words) {
  /// Every second is heard by everyone.
  public static final Duration LONGEST = Duration.ofSeconds(12);

  private static final Limit WORDS =
      new Limit(300, "Write fewer words: nobody says that many in twelve seconds.");

  public Greeting {
    words = WORDS.check(words);
  }

  public Greeting words(String other) {
    return new Greeting(file, length, other);
  }

  boolean isTooLong() {
    return length.compareTo(LONGEST) > 0;
  }
}
