package kept.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// It is Tuesday, November 24, 2:24 in the afternoon.
class ShopTimeTest {
  private static final ShopTime TIME = new ShopTime(ZoneId.of("America/New_York"));

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      2026-11-24T17:00 | 5:00 pm
      2026-11-25T12:00 | tomorrow noon
      2026-11-23T16:00 | yesterday 4:00 pm
      2026-11-30T08:15 | Mon 8:15 am
      2026-12-01T08:15 | Dec 1, 8:15 am
      2026-12-15T10:00 | Dec 15, 10:00 am
      2027-01-04T12:00 | Jan 4, 2027, noon
      2026-11-19T14:24 | Nov 19, 2:24 pm
      """)
  void aDeadlineHasItsHourHoweverFarItIs(LocalDateTime due, String words) {
    assertThat(TIME.due(at(due), at(LocalDateTime.parse("2026-11-24T14:24")))).isEqualTo(words);
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(TIME.zone()).toInstant();
  }
}
