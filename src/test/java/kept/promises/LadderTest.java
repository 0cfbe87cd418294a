package kept.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kept.promises.Ladder.Rung;
import org.junit.jupiter.api.Test;

class LadderTest {
  private static final Instant MADE = Instant.parse("2026-11-24T15:40:00Z");

  @Test
  void climbsInThirdsFromTheNudgeToTheOwner() {
    var due = MADE.plus(Duration.ofHours(4));

    var ladder = Ladder.of(MADE, due);

    assertThat(ladder).extracting(Rung::step).containsExactly(Step.values());
    assertThat(minutesBefore(due, ladder)).containsExactly(60L, 43L, 26L, 10L, 0L);
  }

  @Test
  void nudgesAtLeastAQuarterOfAnHourBefore() {
    var due = MADE.plus(Duration.ofMinutes(30));

    assertThat(minutesBefore(due, Ladder.of(MADE, due)).getFirst()).isEqualTo(15);
  }

  @Test
  void nudgesTwoHoursBeforeWhenTheRunIsOverADay() {
    var due = MADE.plus(Duration.ofDays(3));

    assertThat(minutesBefore(due, Ladder.of(MADE, due)).getFirst()).isEqualTo(120);
  }

  @Test
  void usesSharesOfAShortRun() {
    var due = MADE.plus(Duration.ofMinutes(10));

    assertThat(Ladder.of(MADE, due))
        .extracting(rung -> Duration.between(MADE, rung.at()).toSeconds())
        .containsExactly(300L, 390L, 480L, 540L, 600L);
  }

  @Test
  void neverWarnsAfterItIsDueNorBeforeItIsMade() {
    for (int minutes = 1; minutes < 5000; minutes += 7) {
      var due = MADE.plus(Duration.ofMinutes(minutes));

      var ladder = Ladder.of(MADE, due);

      assertThat(ladder).extracting(Rung::at).isSorted();
      assertThat(ladder.getFirst().at()).isAfterOrEqualTo(MADE);
      assertThat(ladder.getLast().at()).isEqualTo(due);
    }
  }

  private static List<Long> minutesBefore(Instant due, List<Rung> ladder) {
    return ladder.stream()
        .map(rung -> Duration.between(rung.at(), due).toMinutes())
        .toList();
  }
}
