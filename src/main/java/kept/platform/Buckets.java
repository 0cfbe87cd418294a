package kept.platform;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Token buckets by key, in a fixed number of slots: nobody can fill the memory, and nobody can
/// push another's bucket out. Two keys in one slot share it, and which do depends on a secret.
public final class Buckets {
  private static final int SLOTS = 4096;

  private final AtomicReferenceArray<Bucket> slots = new AtomicReferenceArray<>(SLOTS);
  private final Secrets secrets;
  private final TimeMeter time;
  private final Bandwidth limit;

  public Buckets(Secrets secrets, InstantSource clock, int tries, Duration each) {
    this.secrets = secrets;
    this.time = new Time(clock);
    this.limit = Bandwidth.builder().capacity(tries).refillGreedy(1, each).build();
  }

  public Bucket of(String key) {
    var slot = Math.floorMod(ByteBuffer.wrap(secrets.hash("bucket\n" + key)).getInt(), SLOTS);
    var bucket = slots.get(slot);
    if (bucket != null) return bucket;
    var fresh = Bucket.builder().withCustomTimePrecision(time).addLimit(limit).build();
    return slots.compareAndSet(slot, null, fresh) ? fresh : of(key);
  }

  /// Goes on from where it was when the clock is put back, or no bucket would fill until then.
  private static final class Time implements TimeMeter {
    private final InstantSource clock;
    private long putBack; // guarded by this, as is last
    private long last;

    private Time(InstantSource clock) {
      this.clock = clock;
    }

    @Override
    public synchronized long currentTimeNanos() {
      long now = clock.millis() * 1_000_000;
      putBack = Math.max(putBack, last - now);
      last = now + putBack;
      return last;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
