package kept.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The time of day, in microseconds as PostgreSQL stores it.
public final class KeptClock implements InstantSource {
  private final InstantSource source = Clock.systemUTC();

  @Override
  public Instant instant() {
    return source.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
