package kept.api;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kept.team.ApiTokenId;

/// How fast one token may ask: 20 times a second on average, 100 at once.
///
/// Counts on the monotonic clock, so a clock set back locks nobody out. Only tokens that exist get
/// here, so the map stays small. Threads may share this object.
final class Pace {
  private static final int AT_ONCE = 100;
  private static final int A_SECOND = 20;

  private final Map<ApiTokenId, Bucket> buckets = new ConcurrentHashMap<>();
  private final TimeMeter time;

  Pace(TimeMeter time) {
    this.time = time;
  }

  /// How long this token has to wait before it may ask; zero: it may now, and has.
  Duration waitOf(ApiTokenId token) {
    var probe = buckets.computeIfAbsent(token, fresh -> bucket()).tryConsumeAndReturnRemaining(1);
    return Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  private Bucket bucket() {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(A_SECOND, Duration.ofSeconds(1)))
        .build();
  }
}
