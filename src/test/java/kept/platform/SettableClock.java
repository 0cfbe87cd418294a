package kept.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until a test moves it. Threads may share it.
public final class SettableClock implements InstantSource {
  /// Tuesday, November 24, 2026, 9:00 am in New York: a working day of Marlow & Daughter's.
  public static final Instant TUESDAY_MORNING = Instant.parse("2026-11-24T14:00:00Z");

  private Instant now; // guarded by this

  public SettableClock(Instant start) {
    this.now = start;
  }

  public SettableClock() {
    this(TUESDAY_MORNING);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /// The instant this long from now.
  public Instant in(Duration span) {
    return instant().plus(span);
  }

  public synchronized void advance(Duration span) {
    now = now.plus(span);
  }

  public synchronized void set(Instant instant) {
    now = instant;
  }
}
