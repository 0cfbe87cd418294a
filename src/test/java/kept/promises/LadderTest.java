package kept.promises;

import static kept.team.Hours.at;
import static kept.team.Hours.local;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import kept.promises.Ladder.Rung;
import kept.team.Hours;
import kept.team.OpeningHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
  private static final OpeningHours SHOP =
      Hours.of("Mon-Fri 08:00-12:00,13:00-17:00; Sat 09:00-13:00");

  /// Nudge, second, everyone and owner; `+` marks the nudge at opening.
  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      a morning,          2026-11-24 08:00, 2026-11-24 12:00, 11:00 11:16:40 11:33:20 11:50
      over lunch,         2026-11-24 11:00, 2026-11-24 14:00, 13:30 13:36:40 13:43:20 13:50
      half an hour,       2026-11-24 10:00, 2026-11-24 10:30, 10:15 10:16:40 10:18:20 10:20
      ten minutes,        2026-11-24 10:00, 2026-11-24 10:10, 10:05 10:06:30 10:08 10:09
      three days,         2026-11-24 10:00, 2026-11-27 15:00, +08:00 13:00 13:36:40 14:13:20 14:50
      over the weekend,   2026-11-28 12:00, 2026-11-30 09:00, 08:00 08:16:40 08:33:20 08:50
      at opening,         2026-11-24 16:00, 2026-11-25 08:00, 16:45 16:46:40 16:48:20 16:50
      closed then,        2026-11-24 10:00, 2026-11-24 20:00, 17:30 18:16:40 19:03:20 19:50
      on a Sunday,        2026-11-28 12:00, 2026-11-29 12:00, 06:00 07:56:40 09:53:20 11:50
      """)
  void climbsInOpenTime(String name, String made, String due, String times) {
    var ladder = Ladder.of(at(SHOP, made), at(SHOP, due), SHOP, PromiseRule.USUAL);

    assertThat(times(ladder)).isEqualTo(times);
    assertThat(ladder.getLast()).isEqualTo(new Rung(Step.BROKEN, Cause.CLOCK, at(SHOP, due)));
  }

  @Test
  void neverWarnsAfterItIsDueNorBeforeItIsMade() {
    var rules = List.of(PromiseRule.USUAL, new PromiseRule(120, 30, 60), new PromiseRule(6, 5, 60));
    for (var week : List.of("Mon-Fri 08:00-12:00,13:00-17:00", "Mon-Sun 00:00-24:00", "")) {
      var hours = Hours.of(week);
      for (var rule : rules)
        for (int minutes = 1; minutes < 9000; minutes += 7) climbs(hours, rule, minutes);
    }
  }

  private static void climbs(OpeningHours hours, PromiseRule rule, int minutes) {
    var made = at(hours, "2026-10-30 15:40");
    var due = made.plus(Duration.ofMinutes(minutes));

    var ladder = Ladder.of(made, due, hours, rule);

    assertThat(ladder).extracting(Rung::at).isSorted();
    assertThat(ladder.getFirst().at()).isAfterOrEqualTo(made);
    assertThat(ladder.getLast().at()).isEqualTo(due);
    assertThat(steps(ladder)).containsExactly(Step.values());
  }

  /// The same runs where the owner chose a lead of 40 minutes and a quarter of an hour.
  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      a morning,          2026-11-24 08:00, 2026-11-24 12:00, 11:00 11:15 11:30 11:45
      an hour,            2026-11-24 10:00, 2026-11-24 11:00, 10:20 10:28:20 10:36:40 10:45
      half an hour,       2026-11-24 10:00, 2026-11-24 10:30, 10:15 10:19:30 10:24 10:27
      three days,         2026-11-24 10:00, 2026-11-27 15:00, +08:00 13:00 13:35 14:10 14:45
      """)
  void climbsAsTheOwnerChose(String name, String made, String due, String times) {
    var ladder = Ladder.of(at(SHOP, made), at(SHOP, due), SHOP, new PromiseRule(40, 15, 60));

    assertThat(times(ladder)).isEqualTo(times);
  }

  private static List<Step> steps(List<Rung> ladder) {
    return ladder.stream()
        .filter(rung -> rung.cause() == Cause.CLOCK)
        .map(Rung::step)
        .toList();
  }

  private static String times(List<Rung> ladder) {
    return ladder.stream()
        .limit(ladder.size() - 1)
        .map(rung ->
            (rung.cause() == Cause.OPENING ? "+" : "") + local(SHOP, rung.at()).substring(11))
        .collect(Collectors.joining(" "));
  }
}
