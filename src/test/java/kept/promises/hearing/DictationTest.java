package kept.promises.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import kept.promises.Kind;
import kept.promises.hearing.Dictated.Timing;
import kept.promises.hearing.Dictation.Act;
import kept.promises.hearing.Dictation.Start;
import kept.team.OpeningHours;
import kept.team.OpeningHours.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tuesday the 24th of November 2026, 2:24 pm; the shop is open on weekdays from eight to six.
class DictationTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 14, 24);
  private static final List<Span> DAY = List.of(new Span(LocalTime.of(8, 0), LocalTime.of(18, 0)));
  private static final OpeningHours HOURS = new OpeningHours(
      ZoneId.of("America/New_York"),
      Map.of(
          DayOfWeek.TUESDAY,
          DAY,
          DayOfWeek.WEDNESDAY,
          DAY,
          DayOfWeek.THURSDAY,
          DAY,
          DayOfWeek.FRIDAY,
          DAY));

  @ParameterizedTest
  @CsvSource({
    "call them by 4,                 TIME,   by 4,             2026-11-24T16:00",
    "by noon on Friday call them,    TIME,   by noon on Friday, 2026-11-27T12:00",
    "call them Thursday about it by 4, TIME, Thursday+by 4,     2026-11-26T16:00",
    "Call them. It has to be by 4.,  TIME,   by 4,             2026-11-24T16:00",
    "call them at 4 today about it,  TIME,   at 4 today,       2026-11-24T16:00",
    "call them by 5 today about parts, TIME, by 5 today,       2026-11-24T17:00",
    "call them tomorrow by noon about the oven, TIME, tomorrow by noon, 2026-11-25T12:00",
    "call them by 4pm about the oven, TIME,  by 4pm,           2026-11-24T16:00",
    "call them by 4 about the oven,  TIME,   by 4,             2026-11-24T16:00",
    "call them on Friday at 4 about parts, TIME, on Friday at 4, 2026-11-27T16:00",
    "call them tomorrow at 9 about parts, TIME, tomorrow at 9, 2026-11-25T09:00",
    "call them tomorrow about 4,     TIME,   tomorrow about 4, 2026-11-25T16:30",
    "call them around 4 about parts, TIME,   around 4,         2026-11-24T16:30",
    "call them by 4 about her oven tomorrow, TIME, by 4+tomorrow, 2026-11-25T16:00",
    "call them by 4 about Friday's visit, TIME, by 4,          2026-11-24T16:00",
    "call them at 4ish about parts,  TIME,   at 4ish,          2026-11-24T16:30",
    "call them soon,                 VAGUE,  soon,             ''",
    "call them on 31 February,       OVER,   on 31 February,   ''",
    "call them about Friday's visit, UNSAID, '',               ''",
    "call them by 1/12,              EITHER, by 1/12,          2027-01-12T23:59",
    "call them on 3/4 at 3pm,        EITHER, on 3/4 at 3pm,    2027-03-04T15:00",
    "call them by 13/1,              TIME,   by 13/1,          2027-01-13T23:59",
    "call them by 5/5,               TIME,   by 5/5,           2027-05-05T23:59",
    "call them on 12/1/2026,         TIME,   on 12/1/2026,     2026-12-01T23:59",
    "call them this Tuesday,         EITHER, this Tuesday,     2026-12-01T23:59",
    "call them next Tuesday,         TIME,   next Tuesday,     2026-12-01T23:59",
    "call them Tuesday at 9 am,      TIME,   Tuesday at 9 am,  2026-12-01T09:00",
    "call them by yesterday,         PAST,   by yesterday,     ''",
    "call them two days ago,         PAST,   two days ago,     ''",
    "call them about yesterday's visit, UNSAID, '',            ''",
    "call them after 4,              VAGUE,  after 4,          ''",
    "call them not before 4,         VAGUE,  before 4,         ''",
    "call them,                      UNSAID, '',               ''"
  })
  void findsByWhenAndWhichWordsSaySo(String words, Timing timing, String said, String latest) {
    var when = Dictation.english().when(new Said(words, null, NOW, HOURS));

    assertThat(when.timing()).isEqualTo(timing);
    assertThat(when.spans().stream()
            .map(span -> words.substring(span.start(), span.end()))
            .reduce((first, second) -> first + "+" + second)
            .orElse(""))
        .isEqualTo(said);
    assertThat(when.dueLatest() == null ? "" : when.dueLatest().toString()).isEqualTo(latest);
  }

  @ParameterizedTest
  @CsvSource({
    "call you about the quote, CALLBACK,    VERB",
    "send you the quote,       INFORMATION, VERB",
    "descale the machine,      OTHER,       PERHAPS",
    "Chuck,                    OTHER,       PERHAPS",
    "quote,                    INFORMATION, NO_VERB",
    "the refund for you,       REFUND,      NO_VERB",
    "'🎉',                     OTHER,       NO_VERB"
  })
  void saysOfWhichKindAnActIsAndWhetherItBeginsWithAVerb(String words, Kind kind, Start start) {
    assertThat(Dictation.english().act(words)).isEqualTo(new Act(kind, start));
  }

  @Test
  void readsNoFurtherThanAnOrderIsLong() {
    var endless = "call them and ".repeat(4_000) + "by 4";

    assertThat(Dictation.english().when(new Said(endless, null, NOW, HOURS)))
        .isEqualTo(Dictated.UNSAID);
  }
}
