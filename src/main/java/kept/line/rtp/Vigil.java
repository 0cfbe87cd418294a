package kept.line.rtp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Watches over a leg that should be heard: a phone that crashed says nothing, and its call
/// would run on.
final class Vigil {
  private final long silence;
  private volatile long heardAt = System.nanoTime();
  private boolean told;

  Vigil(Duration silence) {
    this.silence = silence.toNanos();
  }

  /// Agreed: from now on something should come.
  void begin() {
    heardAt = System.nanoTime();
  }

  void hears() {
    heardAt = System.nanoTime();
  }

  /// How long nothing came, once for each silence; else null. On the leg's loop.
  @Nullable
  Duration look(boolean receives, long now) {
    long since = now - heardAt;
    if (!receives || since < silence) {
      told = false;
      return null;
    }
    if (told) return null;
    told = true;
    return Duration.ofNanos(since);
  }
}
