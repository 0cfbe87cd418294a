package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import kept.TestBrowser;
import kept.TestKept;
import kept.promises.Promise;
import kept.team.Absence;
import kept.team.AbsenceKind;
import kept.team.AgentId;
import kept.team.OpeningHours.Span;
import kept.team.QuietHours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// It is Tuesday, November 24, 9:00 in New York. Edie's second is Priya, Priya's is Dana.
class TimePagesTest {
  private static final String MINE = "/settings/you/time";

  private final TestKept kept = new TestKept();
  private final TestBrowser edie = kept.as(kept.shop.edie);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void saysWhoStandsInBeforeItIsSaid() {
    var today = kept.shop.promise(kept.shop.crackedTv(), kept.shop.edie, Duration.ofHours(5));

    var shown = edie.get(MINE + "?kind=away&from=&until=2026-11-30T08:00").body();

    assertThat(shown)
        .contains(
            "One promise goes to Priya while you’re away, and comes back on Mon 8:00 am.",
            "Swap the cracked TV, due 2:00 pm",
            "Yes, away until Mon");
    assertThat(keeper(today)).isEqualTo(kept.shop.edie);

    edie.post(MINE + "/absences", "kind", "away", "from", "", "until", "2026-11-30T08:00");

    assertThat(keeper(today)).isEqualTo(kept.shop.priya);
    assertThat(edie.get(MINE).body()).contains("You’re away until Mon.", "I’m back");
    var priya = kept.as(kept.shop.priya);
    assertThat(priya.get("/").body())
        .contains("Away until Mon", "You, standing in for Edie until Mon");
    assertThat(priya.get("/promises/" + today.id()).body()).contains("You stand in for Edie");
    assertThat(priya.get("/c/" + today.conversation()).body()).contains("stands in for Edie");
  }

  @Test
  void comesBackAndGetsItBack() {
    var today = kept.shop.promise(kept.shop.crackedTv(), kept.shop.edie, Duration.ofHours(5));
    edie.post(MINE + "/absences", "kind", "away", "from", "", "until", "");
    assertThat(keeper(today)).isEqualTo(kept.shop.priya);

    edie.post("/me/back");
    edie.post("/me/back");

    assertThat(keeper(today)).isEqualTo(kept.shop.edie);
    assertThat(edie.get("/promises/" + today.id()).body())
        .contains("It came back from Priya to you")
        .doesNotContain("standing in");
    assertThat(edie.get(MINE).body()).contains("You’re here.");
  }

  @Test
  void isAtAJobInOneTapAndHearsWhatThatEndangers() {
    kept.shop.promise(kept.shop.crackedTv(), kept.shop.edie, Duration.ofHours(1));
    assertThat(edie.get("/").body()).contains("At a job until", "value=\"2026-11-24T09:30\"");

    var said = edie.post("/me/elsewhere", "kind", "job", "until", "2026-11-24T11:30");

    assertThat(TestBrowser.leadsTo(said)).isEqualTo(MINE + "?touched=yes");
    assertThat(edie.get(MINE + "?touched=yes").body())
        .contains(
            "One promise is due in that time. It stays yours, and Priya hears of it at once.",
            "You’re at a job until 11:30.");
    assertThat(edie.get("/").body()).contains("At a job until 11:30", "I’m back");
  }

  @Test
  void staysWhereOneStoodWhenNothingIsEndangered() {
    var said = edie.header("Referer", kept.at("/c?which=mine").toString())
        .post("/me/elsewhere", "kind", "driving", "until", "2026-11-24T11:00");

    assertThat(TestBrowser.leadsTo(said)).isEqualTo("/c?which=mine");
    assertThat(edie.get("/settings/team").body()).contains("Driving until 11");
    assertThat(edie.post("/me/elsewhere", "kind", "job", "until", "2026-11-24T08:00")
            .statusCode())
        .isEqualTo(422);
  }

  @Test
  void twoClicksAreOne() {
    edie.post("/me/elsewhere", "kind", "job", "until", "2026-11-24T11:30");
    kept.clock.advance(Duration.ofSeconds(1));
    edie.post("/me/elsewhere", "kind", "job", "until", "2026-11-24T11:30");
    for (int i = 0; i < 2; i++)
      edie.post(MINE + "/absences", "kind", "away", "from", "2026-11-26T08:00", "until", "");

    assertThat(absences(kept.shop.edie))
        .extracting(Absence::kind)
        .containsExactly(AbsenceKind.JOB, AbsenceKind.AWAY);
  }

  @Test
  void plansAndTakesThePlanBack() {
    edie.post(
        MINE + "/absences",
        "kind",
        "away",
        "from",
        "2026-11-26T08:00",
        "until",
        "2026-11-28T08:00");
    assertThat(edie.get(MINE).body()).contains("Away from Thu 8:00 am until Sat 8:00 am");
    var planned = absences(kept.shop.edie).getFirst().id();
    var others = "/settings/team/" + kept.shop.tomas + "/time/absences/" + planned;

    assertThat(kept.as(kept.shop.priya).post(others + "/withdrawal").statusCode())
        .isEqualTo(404);
    edie.post(MINE + "/absences/" + planned + "/withdrawal");

    assertThat(absences(kept.shop.edie)).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithATime() {
    assertThat(edie.get(MINE + "?kind=away&until=2026-11-23T08:00").body())
        .contains("Choose a time after it begins.");
    assertThat(edie.post(MINE + "/absences", "kind", "away", "from", "soon").body())
        .contains("Pick a day and a time.");
    assertThat(edie.post(MINE + "/absences", "kind", "asleep").body())
        .contains("Choose one of the three.");
    assertThat(absences(kept.shop.edie)).isEmpty();
  }

  @Test
  void theTeamSaysItOfEachOtherAndHelpersOnlyOfThemselves() {
    var theirs = "/settings/team/" + kept.shop.edie + "/time";
    var priya = kept.as(kept.shop.priya);
    var tomas = kept.as(kept.shop.tomas);

    assertThat(priya.get(theirs).body()).contains("Edie is here.").doesNotContain("Quiet hours");
    priya.post(theirs + "/absences", "kind", "away", "until", "");

    assertThat(priya.get(theirs).body()).contains("Edie is away.", "Edie is back");
    assertThat(tomas.get(theirs).statusCode()).isEqualTo(403);
    assertThat(tomas.get(MINE).statusCode()).isEqualTo(200);
    assertThat(priya.post(theirs + "/shifts", "own", "no").statusCode()).isEqualTo(403);
    assertThat(kept.as(kept.shop.dana).get(theirs).body()).contains("Quiet hours");
  }

  @Test
  void keepsHoursOfTheirOwn() {
    edie.post(
        MINE + "/shifts",
        "own",
        "yes",
        "opens_monday",
        "08:00",
        "closes_monday",
        "12:00",
        "opens_monday",
        "13:00",
        "closes_monday",
        "16:00");
    assertThat(kept.rooms.presence.shiftsOf(kept.shop.edie))
        .containsOnlyKeys(DayOfWeek.MONDAY)
        .containsEntry(DayOfWeek.MONDAY, java.util.List.of(span(8, 12), span(13, 16)));

    var none = edie.post(MINE + "/shifts", "own", "yes");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("Leave at least one day on");

    edie.post(MINE + "/shifts", "own", "no", "opens_monday", "08:00", "closes_monday", "12:00");
    assertThat(kept.rooms.presence.shiftsOf(kept.shop.edie)).isEmpty();
  }

  @Test
  void keepsQuietHours() {
    edie.post(MINE + "/quiet", "quiet", "yes", "starts", "21:00", "ends", "07:00");
    assertThat(kept.rooms.presence.quiet(kept.shop.edie))
        .contains(new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0)));

    var same = edie.post(MINE + "/quiet", "quiet", "yes", "starts", "21:00", "ends", "21:00");
    assertThat(same.statusCode()).isEqualTo(422);
    assertThat(same.body()).contains("Quiet hours have to end at another time.");

    assertThat(edie.post(MINE + "/quiet", "quiet", "maybe").statusCode()).isEqualTo(422);
    assertThat(kept.rooms.presence.quiet(kept.shop.edie)).isPresent();

    edie.post(MINE + "/quiet", "quiet", "no", "starts", "21:00", "ends", "07:00");
    assertThat(kept.rooms.presence.quiet(kept.shop.edie)).isEmpty();
  }

  private AgentId keeper(Promise promise) {
    return kept.rooms.promises.get(promise.id()).keeper();
  }

  private java.util.List<Absence> absences(AgentId agent) {
    return kept.rooms.presence.of(agent);
  }

  private static Span span(int opens, int closes) {
    return new Span(LocalTime.of(opens, 0), LocalTime.of(closes, 0));
  }
}
