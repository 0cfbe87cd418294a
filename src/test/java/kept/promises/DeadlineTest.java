package kept.promises;

import static kept.team.Hours.at;
import static kept.team.Hours.local;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import kept.team.Hours;
import kept.team.OpeningHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
  private static final String SHOP = "Mon-Fri 08:00-17:00; Sat 09:00-13:00";
  private static final String LUNCH = "Mon-Fri 08:00-12:00,13:00-17:00";
  private static final String BAR = "Thu-Sat 18:00-24:00; Sun 00:00-02:00";
  private static final String ALWAYS = "Mon-Sun 00:00-24:00";

  /// Times are New York's; clocks there go forward on 2026-03-08 at 2:00 and back on 2026-11-01.
  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      within the day,            SHOP,   2026-11-24 10:00, PT4H,    2026-11-24 14:00
      over night,                SHOP,   2026-11-24 15:00, PT4H,    2026-11-25 10:00
      over the weekend,          SHOP,   2026-11-28 12:00, PT4H,    2026-11-30 11:00
      up to the minute of closing, SHOP, 2026-11-24 15:00, PT2H,    2026-11-24 17:00
      said before opening,       SHOP,   2026-11-24 06:00, PT1H,    2026-11-24 09:00
      said after closing,        SHOP,   2026-11-24 20:00, PT1H,    2026-11-25 09:00
      over lunch,                LUNCH,  2026-11-24 11:30, PT1H,    2026-11-24 13:30
      said at lunch,             LUNCH,  2026-11-24 12:30, PT30M,   2026-11-24 13:30
      closing at midnight,       BAR,    2026-11-27 23:00, PT2H,    2026-11-28 19:00
      open past midnight,        BAR,    2026-11-28 23:00, PT2H,    2026-11-29 01:00
      a shop that never closes,  ALWAYS, 2026-11-24 23:00, PT30H,   2026-11-26 05:00
      the hour that is skipped,  ALWAYS, 2026-03-08 00:00, PT4H,    2026-03-08 05:00
      the hour that comes twice, ALWAYS, 2026-11-01 00:00, PT4H,    2026-11-01 03:00
      a shop that never opens,   NEVER,  2026-11-24 10:00, PT4H,    2026-11-24 14:00
      """)
  void countsOpenTime(String name, String week, String from, Duration open, String due) {
    var hours = week(week);

    var deadline = new Deadline(hours).in(open, at(hours, from));

    assertThat(local(hours, deadline)).isEqualTo(due);
    assertThat(hours.openBetween(at(hours, from), deadline))
        .isEqualTo(week.equals("NEVER") ? Duration.ZERO : open);
  }

  @Test
  void skipsAHolidayMonday() {
    var hours = Hours.withHolidays(Hours.of(SHOP), "us");

    // 2026-09-07 is Labor Day.
    var due = new Deadline(hours).in(Duration.ofHours(2), at(hours, "2026-09-05 12:00"));

    assertThat(local(hours, due)).isEqualTo("2026-09-08 09:00");
    assertThat(hours.nameOf(LocalDate.parse("2026-09-07"))).hasValue("Labour day");
  }

  @Test
  void opensOnAHolidayThatTheOwnerMadeADayOfItsOwn() {
    var hours = Hours.withHolidays(Hours.of(SHOP), "us");
    hours = Hours.with(hours, "2026-09-07", "Labor Day sale", "10:00-12:00");

    var due = new Deadline(hours).in(Duration.ofHours(2), at(hours, "2026-09-05 12:00"));

    assertThat(local(hours, due)).isEqualTo("2026-09-07 11:00");
  }

  @Test
  void keepsAClosedDayClosed() {
    var hours = Hours.with(Hours.of(SHOP), "2026-11-25", "Stocktaking", "");

    var due = new Deadline(hours).in(Duration.ofHours(3), at(hours, "2026-11-24 16:00"));

    assertThat(local(hours, due)).isEqualTo("2026-11-26 10:00");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(textBlock = """
      an ordinary time,          2026-11-24T14:30, 2026-11-24T19:30:00Z
      a time that is skipped,    2026-03-08T02:30, 2026-03-08T07:30:00Z
      a time that comes twice,   2026-11-01T01:30, 2026-11-01T05:30:00Z
      outside opening hours,     2026-11-24T22:00, 2026-11-25T03:00:00Z
      """)
  void takesANamedTimeAsItIs(String name, String said, String due) {
    var deadline = new Deadline(Hours.of(SHOP)).at(LocalDateTime.parse(said));

    assertThat(deadline).isEqualTo(due);
  }

  @Test
  void meansTheNewZoneOnceTheShopHasMoved() {
    var chicago = Hours.of(SHOP, ZoneId.of("America/Chicago"));

    var due = new Deadline(chicago).at(LocalDateTime.parse("2026-11-24T14:30"));

    assertThat(due).isEqualTo("2026-11-24T20:30:00Z");
  }

  private static OpeningHours week(String name) {
    return Hours.of(
        switch (name) {
          case "LUNCH" -> LUNCH;
          case "BAR" -> BAR;
          case "ALWAYS" -> ALWAYS;
          case "NEVER" -> "";
          default -> SHOP;
        });
  }
}
