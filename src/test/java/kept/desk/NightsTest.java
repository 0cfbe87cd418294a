package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.stream.Collectors;
import kept.team.Hours;
import org.junit.jupiter.api.Test;

class NightsTest {
  @Test
  void tellsANightWithTheEveningItBeganIn() {
    assertThat(told("Fri 18:00-24:00; Sat 00:00-02:00,10:00-14:00", DayOfWeek.FRIDAY))
        .isEqualTo("6 pm–2 am");
    assertThat(told("Fri 18:00-24:00; Sat 00:00-02:00,10:00-14:00", DayOfWeek.SATURDAY))
        .isEqualTo("10–2");
  }

  @Test
  void goesRoundTheEndOfTheWeek() {
    assertThat(told("Sun 20:00-24:00; Mon 00:00-01:00", DayOfWeek.SUNDAY)).isEqualTo("8 pm–1 am");
    assertThat(told("Sun 20:00-24:00; Mon 00:00-01:00", DayOfWeek.MONDAY)).isEmpty();
  }

  @Test
  void leavesWholeDaysAndLongNightsAsTheyAre() {
    assertThat(told("Mon-Sun 00:00-24:00", DayOfWeek.WEDNESDAY)).isEqualTo("all day");
    assertThat(told("Fri 09:00-24:00; Sat 00:00-05:00", DayOfWeek.FRIDAY))
        .isEqualTo("9 am–midnight");
    assertThat(told("Fri 09:00-24:00; Sat 00:00-05:00", DayOfWeek.SATURDAY))
        .isEqualTo("midnight–5 am");
  }

  @Test
  void saysNoHalfOfTheDayInDaylight() {
    assertThat(told("Mon 08:30-12:00,13:00-18:00", DayOfWeek.MONDAY)).isEqualTo("8:30–12 1–6");
  }

  private static String told(String week, DayOfWeek day) {
    return Nights.told(Hours.of(week).spans()).get(day).stream()
        .map(SpanWords::of)
        .collect(Collectors.joining(" "));
  }
}
