package kept.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import kept.team.ApiTokenId;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Ticks ticks = new Ticks();
  private final Pace pace = new Pace(ticks);
  private final ApiTokenId ours = ApiTokenId.next();

  @Test
  void aHundredAtOnceAndTwentyASecondAfterThat() {
    assertThat(passed(500)).isEqualTo(100);

    ticks.advance(Duration.ofSeconds(1));

    assertThat(passed(500)).isEqualTo(20);
  }

  @Test
  void saysHowLongToWait() {
    passed(100);

    assertThat(pace.waitOf(ours)).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void aTokenInAHurryHoldsNobodyElseUp() {
    passed(500);

    assertThat(pace.waitOf(ApiTokenId.next())).isZero();
  }

  private int passed(int tries) {
    int passed = 0;
    for (int i = 0; i < tries; i++) if (pace.waitOf(ours).isZero()) passed++;
    return passed;
  }

  private static final class Ticks implements TimeMeter {
    private long nanos;

    void advance(Duration span) {
      nanos += span.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
