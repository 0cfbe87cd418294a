package kept.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// How late an alarm is in a shop whose clock was moved and whose Kept was down. Times are seconds.
class ChronicleTest {
  private final Chronicle chronicle = new Chronicle();

  @Test
  void anAlarmIsLateFromItsTimeToItsComing() {
    clockShows(0, 0);
    up(0, 100);

    assertThat(late(10, 13)).isEqualTo(3);
  }

  @Test
  void aJumpOverItsTimeMakesItDueAtOnce() {
    clockShows(0, 0);
    clockShows(20, 60);
    up(0, 100);

    assertThat(late(50, 22)).isEqualTo(2);
  }

  @Test
  void aFurtherJumpGivesItNoTimeBack() {
    clockShows(0, 0);
    clockShows(20, 60);
    clockShows(22, 90);
    up(0, 100);

    assertThat(late(50, 25)).isEqualTo(5);
  }

  @Test
  void aClockThatIsPutBackGivesKeptItsTimeAgain() {
    clockShows(0, 0);
    clockShows(20, 60);
    clockShows(21, 0);
    up(0, 100);

    assertThat(late(50, 51)).isEqualTo(1);
    assertThat(late(50, 20.5)).isEqualTo(0.5);
  }

  @Test
  void aClockThatIsPutBackNotFarEnoughGivesNothing() {
    clockShows(0, 0);
    clockShows(20, 60);
    clockShows(21, 40);
    up(0, 100);

    assertThat(late(50, 24)).isEqualTo(4);
  }

  @Test
  void onlyTheLongestTimeUpCounts() {
    clockShows(0, 0);
    up(0, 12);
    up(30, 35);
    up(40, 100);

    assertThat(late(10, 43)).isEqualTo(5);
  }

  private void clockShows(double at, long ahead) {
    chronicle.clockShows(time(at), Duration.ofSeconds(ahead));
  }

  private void up(double from, double to) {
    chronicle.up(time(from));
    chronicle.down(time(to));
  }

  private double late(double due, double came) {
    return chronicle.longestDue(time(due), time(0), time(came)).toMillis() / 1000.0;
  }

  private static Instant time(double seconds) {
    return Instant.EPOCH.plusMillis(Math.round(seconds * 1000));
  }
}
