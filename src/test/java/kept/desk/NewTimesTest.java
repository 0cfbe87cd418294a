package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kept.desk.NewTime.Slot;
import kept.promises.Item;
import kept.team.Absence;
import kept.team.AbsenceId;
import kept.team.AbsenceKind;
import kept.team.Hours;
import kept.team.OpeningHours;
import kept.team.Roster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// It is Tuesday, 2:24 in the afternoon, and Rosa was promised a call by 2:45.
class NewTimesTest {
  private static final OpeningHours WEEK =
      Hours.of("Mon-Fri 08:00-18:00; Sat 09:00-16:00", PromiseCast.TIME.zone());

  private final Item rosa = PromiseCast.rosa(21);

  @Test
  void offersAnHourLaterAndTheNextMorning() {
    assertThat(offered(WEEK)).containsExactly("3:45 pm", "tomorrow 8:15 am");
    assertThat(slots(WEEK, null, List.of())).allMatch(Slot::chosen);
  }

  @Test
  void waitsUntilItsKeeperIsBack() {
    var job = absence(AbsenceKind.JOB, "2026-11-24T22:00:00Z", "2026-11-25T00:20:00Z");

    assertThat(slots(WEEK, job, List.of()).stream().map(Slot::words))
        .containsExactly("4:30 pm", "tomorrow 8:15 am");
  }

  @Test
  void passesTheDaysOnWhichItsKeeperIsAway() {
    var away = absence(AbsenceKind.AWAY, "2026-11-24T22:00:00Z", "2026-11-27T18:00:00Z");

    assertThat(slots(WEEK, away, List.of()).stream().map(Slot::words))
        .containsExactly("Fri 10:15 am", "Sat 9:15 am");
  }

  @Test
  void whenTheDayIsOverItOffersTwoOthers() {
    var brief = Hours.of("Mon-Fri 08:00-15:00", PromiseCast.TIME.zone());

    assertThat(offered(brief)).containsExactly("tomorrow 8:15 am", "Thu 8:15 am");
  }

  @Test
  void aShopThatIsNeverOpenStillOffersATime() {
    assertThat(offered(Hours.of("", PromiseCast.TIME.zone()))).containsExactly("3:45 pm");
  }

  @Test
  void keepsWhatWasPickedBefore() {
    var slots = slots(WEEK, null, List.of("2026-11-24T16:10", "2026-11-24T09:00", "other"));

    assertThat(slots.stream().map(Slot::words))
        .containsExactly("3:45 pm", "4:10 pm", "tomorrow 8:15 am");
    assertThat(slots).filteredOn(Slot::chosen).extracting(Slot::hour).containsExactly("4:10");
  }

  private List<String> offered(OpeningHours hours) {
    return slots(hours, null, List.of()).stream().map(Slot::words).toList();
  }

  private List<Slot> slots(OpeningHours hours, @Nullable Absence absence, List<String> picked) {
    var roster = new Roster(hours, Map.of(), absence == null ? List.of() : List.of(absence));
    return new NewTimes(PromiseCast.ONLOOKER, roster).slots(rosa, picked);
  }

  private Absence absence(AbsenceKind kind, String from, String until) {
    return new Absence(
        AbsenceId.next(), rosa.promise().keeper(), kind, Instant.parse(from), Instant.parse(until));
  }
}
