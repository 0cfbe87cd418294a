package kept.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HourlyTest {
  private final SettableClock clock = new SettableClock();
  private final AtomicInteger times = new AtomicInteger();
  private final Hourly hourly = new Hourly(clock, times::incrementAndGet);

  @Test
  void onceAnHourHoweverOftenTheLoopLooks() {
    var next = hourly.run();
    clock.advance(Duration.ofSeconds(30));

    assertThat(hourly.run()).isEqualTo(next);
    assertThat(times).hasValue(1);

    clock.advance(Duration.ofHours(1));
    hourly.run();
    assertThat(times).hasValue(2);
  }

  @Test
  void aClockThatWasPutBackPutsNothingOff() {
    hourly.run();
    clock.advance(Duration.ofDays(-3));

    hourly.run();

    assertThat(times).hasValue(2);
  }

  @Test
  void whatFailedIsNotDone() {
    var failing = new Hourly(clock, () -> {
      if (times.incrementAndGet() == 1) throw new IllegalStateException("not now");
    });
    assertThatThrownBy(failing::run).isInstanceOf(IllegalStateException.class);

    failing.run();

    assertThat(times).hasValue(2);
  }
}
