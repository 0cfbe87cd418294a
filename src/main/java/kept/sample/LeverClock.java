package kept.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// The sample shop's clock. It stands while the story is told, then keeps pace with the real one,
/// and the time lever moves it ahead. Threads may share it.
public final class LeverClock implements InstantSource {
  private static final Duration FARTHEST = Duration.ofDays(366);

  private final InstantSource real;
  private @Nullable Instant standing; // guarded by this
  private Duration ahead = Duration.ZERO; // guarded by this

  public LeverClock(InstantSource real) {
    this.real = real;
  }

  @Override
  public synchronized Instant instant() {
    return standing == null ? real.instant().plus(ahead) : standing;
  }

  synchronized void standAt(Instant at) {
    standing = at;
  }

  /// Goes on from the real time, or from this moment if that is later.
  synchronized void runFrom(Instant at) {
    standing = null;
    var behind = Duration.between(real.instant(), at);
    ahead = behind.isPositive() ? behind : Duration.ZERO;
  }

  /// Moves ahead; what is told of a day cannot be untold.
  public synchronized void advance(Duration span) {
    if (span.isNegative()) throw new Refusal("Time only goes forward, also here.");
    if (span.compareTo(FARTHEST) > 0) throw new Refusal("A year at once is far enough.");
    ahead = ahead.plus(span);
  }
}
