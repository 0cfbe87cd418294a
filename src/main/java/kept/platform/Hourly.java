package kept.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Work of a [Loop] that is done once an hour, though the loop looks twice a minute. A clock that
/// was
/// put back puts nothing off. Of the loop's thread.
public final class Hourly implements Loop.Work {
  private static final Duration HOUR = Duration.ofHours(1);

  private final InstantSource clock;
  private final Runnable work;
  private @Nullable Instant doneAt;

  public Hourly(InstantSource clock, Runnable work) {
    this.clock = clock;
    this.work = work;
  }

  @Override
  public Instant run() {
    var now = clock.instant();
    var done = doneAt;
    if (done != null && !now.isBefore(done) && now.isBefore(done.plus(HOUR)))
      return done.plus(HOUR);
    work.run();
    doneAt = now;
    return now.plus(HOUR);
  }
}
