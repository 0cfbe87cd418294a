package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kept.desk.NewTime.Slot;
import kept.platform.Refusal;
import kept.promises.Item;
import kept.team.Absence;
import kept.team.AbsenceId;
import kept.team.AbsenceKind;
import kept.team.Hours;
import kept.team.OpeningHours;
import kept.team.Roster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void noTwoSlotsReadAlike() {
    var mondays = Hours.of("Mon 08:00-18:00", PromiseCast.TIME.zone());

    assertThat(labels(mondays, List.of())).containsExactly("8:15 Monday", "8:15 Dec 7");
    assertThat(labels(WEEK, List.of("2026-11-25T20:15")))
        .containsExactly("3:45 today", "8:15 am tomorrow", "8:15 pm tomorrow");
    assertThat(labels(WEEK, List.of("2026-12-01T08:15"))).contains("8:15 Dec 1");
  }

  @Test
  void aDeadlineThatIsToldHasItsHourHoweverFarItIs() {
    assertThat(said("{time}", "2026-12-15T10:00", "2026-12-15T15:00"))
        .isEqualTo("Dec 15, 10:00 am, or Dec 15, 3:00 pm if you’d rather");
    assertThat(said("{time}", "2027-01-04T12:00")).isEqualTo("Jan 4, 2027, noon");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By 11:00 pm.",
        "By 1:00 pm.",
        "At 1{time}.",
        "This afternoon",
        "By tomorrow 11:30 pm.",
        "By Friday, 11:30 pm.",
        "By Dec 15, 11:30 pm.",
        "By Jan 4, 2027, 11:30 pm.",
        "By tomorrow at {time}.",
        "By 11:30 pm tomorrow."
      })
  void noOtherTimeStandsForTheOneThatIsPicked(String message) {
    assertThatThrownBy(() -> said(message, "2026-11-24T23:30"))
        .hasMessageStartingWith("Say the new time: write 11:30 pm");
  }

  @Test
  void aTimeIsNamedWholeWhereverItStands() {
    assertThat(said("11:30 pm it is", "2026-11-24T23:30")).isEqualTo("11:30 pm it is");
    assertThat(said("Later:{time}!", "2026-11-24T23:30")).isEqualTo("Later:11:30 pm!");
    assertThat(said("Tomorrow 8:15 am.", "2026-11-25T08:15")).isEqualTo("Tomorrow 8:15 am.");
    assertThatThrownBy(
            () -> said("By 1:30 pm, not 11:30 pm", "2026-11-24T23:30", "2026-11-25T08:15"))
        .isInstanceOf(Refusal.class);
  }

  private String said(String message, String... slots) {
    var prepared = new NewTimes(PromiseCast.ONLOOKER, new Roster(WEEK, Map.of(), List.of()));
    return prepared.said(message, prepared.picked(List.of(slots), ""));
  }

  private List<String> labels(OpeningHours hours, List<String> picked) {
    return slots(hours, null, picked).stream()
        .map(slot -> slot.hour() + " " + slot.day())
        .toList();
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
