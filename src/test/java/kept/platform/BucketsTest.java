package kept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketsTest {
  @TempDir
  Path folder;

  private final SettableClock clock = new SettableClock();

  @Test
  void fillAgainOnAClockThatWasPutBack() {
    var secrets = Secrets.in(folder.resolve("secret.key"));
    var buckets = new Buckets(secrets, clock, 2, Duration.ofMinutes(1));
    clock.advance(Duration.ofDays(400));
    assertThat(buckets.of("dana").tryConsume(1)).isTrue();
    clock.advance(Duration.ofDays(-400));
    assertThat(buckets.of("dana").tryConsume(1)).isTrue();
    assertThat(buckets.of("dana").tryConsume(1)).isFalse();

    clock.advance(Duration.ofMinutes(1));

    assertThat(buckets.of("dana").tryConsume(1)).isTrue();
  }
}
