package kept.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import kept.TestLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How much is said of somebody who knocks without end.
class TurnedAwayTest {
  private final TestLog log = new TestLog();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final TurnedAway turnedAway = new TurnedAway(
      new WebSettings("127.0.0.1", 0, null, Set.of()), (request, allowed) -> {}, nanos::get);

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void sixtyAMinuteAndThenHowManyMore() {
    assertThat(IntStream.range(0, 75).filter(each -> turnedAway.mayBeSaid())).hasSize(60);
    assertThat(log.said()).isEmpty();

    nanos.addAndGet(60_000_000_000L);

    assertThat(turnedAway.mayBeSaid()).isTrue();
    assertThat(log.said()).endsWith("refused 15 more within a minute\n").hasLineCount(1);
  }

  @Test
  void nothingMoreIsSaidOfAMinuteInWhichAllWere() {
    IntStream.range(0, 60).forEach(each -> turnedAway.mayBeSaid());
    nanos.addAndGet(60_000_000_000L);

    turnedAway.mayBeSaid();

    assertThat(log.said()).isEmpty();
  }
}
