package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import kept.platform.Refusal;
import kept.team.OpeningHours;
import kept.team.OpeningHours.Span;
import kept.team.ShopTime;
import org.junit.jupiter.api.Test;

/// In a shop that is open from eight to six, on Saturday until eleven, and closed on Sunday.
class ReadyTimesTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @Test
  void offersTodaysClosingAndTheNextNoons() {
    assertThat(at("2026-11-24T09:00").choices("").stream().map(Choice::words))
        .containsExactly("Today by 6:00 pm", "Tomorrow noon", "Thu noon");
  }

  @Test
  void picksTheFirstUntilSomebodyPicksAnother() {
    assertThat(at("2026-11-24T09:00").choices(""))
        .filteredOn(Choice::chosen)
        .extracting(Choice::value)
        .containsExactly("2026-11-24T18:00");
    assertThat(at("2026-11-24T09:00").choices("2026-11-25T12:00"))
        .filteredOn(Choice::chosen)
        .extracting(Choice::words)
        .containsExactly("Tomorrow noon");
  }

  @Test
  void promisesNothingForTodayShortlyBeforeClosing() {
    assertThat(at("2026-11-24T17:30").choices("").getFirst().words()).isEqualTo("Tomorrow noon");
  }

  @Test
  void skipsDaysThatAreClosedAndEndsWithAShortOne() {
    assertThat(at("2026-11-27T17:30").choices("").stream().map(Choice::words))
        .containsExactly("Tomorrow 11:00 am", "Mon noon");
  }

  @Test
  void meansTheLocalTimeThatWasPicked() {
    var morning = at("2026-11-24T09:00");

    assertThat(morning.meant("2026-11-24T18:00", ""))
        .isEqualTo(Instant.parse("2026-11-24T23:00:00Z"));
    assertThat(morning.meant("other", "2026-11-24T14:45"))
        .isEqualTo(Instant.parse("2026-11-24T19:45:00Z"));
  }

  @Test
  void refusesATimeThatHasPassedOrIsNone() {
    var morning = at("2026-11-24T09:00");

    assertThatThrownBy(() -> morning.meant("other", "2026-11-24T08:59"))
        .isInstanceOf(Refusal.class)
        .hasMessage("8:59 am has passed. Pick a time ahead.");
    assertThatThrownBy(() -> morning.meant("other", "9999-12-31T12:00"))
        .hasMessage("That is over two years ahead. Choose a nearer day.");
    assertThatThrownBy(() -> morning.meant("other", "-999999999-01-01T00:00"))
        .hasMessage("Pick a day and a time.");
    assertThat(morning.find("-999999999-01-01T00:00")).isEmpty();
    assertThatThrownBy(() -> morning.meant("other", "+999999999-12-31T23:59"))
        .hasMessage("That is over two years ahead. Choose a nearer day.");
    assertThatThrownBy(() -> morning.meant("other", "soon")).hasMessage("Pick a day and a time.");
    assertThatThrownBy(() -> morning.meant("other", "")).hasMessage("Pick a time.");
  }

  private static ReadyTimes at(String local) {
    var spans = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      if (day == DayOfWeek.SUNDAY) continue;
      var closes = day == DayOfWeek.SATURDAY ? LocalTime.of(11, 0) : LocalTime.of(18, 0);
      spans.put(day, List.of(new Span(LocalTime.of(8, 0), closes)));
    }
    var now = java.time.LocalDateTime.parse(local).atZone(ZONE).toInstant();
    return new ReadyTimes(new OpeningHours(ZONE, spans), new ShopTime(ZONE), now);
  }
}
