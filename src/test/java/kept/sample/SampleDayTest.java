package kept.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleDayTest {
  private static final Instant START = Instant.parse("2026-11-20T00:00:37.5Z");

  @Test
  void atAnyMomentItIsTwentyFourPastTwo() {
    everyHourOfAWeek().forEach(now -> {
      var local = now.atZone(SampleDay.around(now).zone());

      assertThat(local.getHour() * 60 + local.getMinute()).as("%s", now).isEqualTo(14 * 60 + 24);
    });
  }

  @Test
  void theShopIsOpenTodayTomorrowAndTheFourDaysAfter() {
    everyHourOfAWeek().forEach(now -> {
      var day = SampleDay.around(now);

      assertThat(day.hours().isOpen(now)).isTrue();
      assertThat(IntStream.rangeClosed(1, 4))
          .allMatch(ahead -> day.hours().isOpen(now.plus(Duration.ofDays(ahead))));
      assertThat(day.hours().isOpen(now.minus(Duration.ofDays(2)))).isFalse();
    });
  }

  @Test
  void aDayInTheWeekIsTakenWhereThereIsOne() {
    var stillFridayInTheWest = Instant.parse("2026-11-21T05:00:00Z");

    assertThat(SampleDay.around(stillFridayInTheWest).today().getDayOfWeek())
        .isEqualTo(DayOfWeek.FRIDAY);
  }

  @Test
  void daysInWordsAreCalledByName() {
    var tuesday = new SampleDay(LocalDate.of(2026, 11, 24), java.time.ZoneOffset.UTC);

    assertThat(tuesday.say("You said {-1}. Guests {2}."))
        .isEqualTo("You said Monday. Guests Thursday.");
  }

  private static java.util.stream.Stream<Instant> everyHourOfAWeek() {
    return IntStream.range(0, 7 * 24).mapToObj(hour -> START.plus(Duration.ofHours(hour)));
  }
}
