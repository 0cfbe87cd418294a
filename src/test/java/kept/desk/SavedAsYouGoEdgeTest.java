package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import kept.TestBrowser;
import kept.TestKept;
import kept.team.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a control of the settings that saves itself answers: that it is saved and what that does,
/// or why not.
class SavedAsYouGoEdgeTest {
  private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"(\\w+)\"");

  private final TestKept kept = new TestKept();
  private final TestBrowser dana = kept.as(kept.shop.dana);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void aSecondIsNamedAndTheNoteThatSomebodyHasNoneGoes() {
    var tomas = "/settings/team/" + kept.shop.tomas + "/second";
    var edie = "/settings/team/" + kept.shop.edie + "/second";
    kept.shop.change(kept.shop.priya, priya -> priya.withSecond(kept.shop.edie));
    change(edie, "second", kept.shop.priya.toString());

    var saved = change(tomas, "second", kept.shop.edie.toString());
    var nobody = change(tomas, "second", "");

    assertThat(saved.body())
        .contains("Saved.", "When Tomás can’t keep a promise, Edie hears next")
        .doesNotContain("<html", "has nobody second");
    assertThat(nobody.body()).contains("only Dana hears of it", "Tomás has nobody second.");
    assertThat(kept.rooms.team.get(kept.shop.tomas).second()).isNull();
  }

  @Test
  void whoeverComesSecondIsToldInsteadOfReplacingWhatWasSaved() {
    var tomas = "/settings/team/" + kept.shop.tomas;
    var edie = kept.shop.edie.toString();
    var priya = kept.shop.priya.toString();
    var before = kept.as(kept.shop.dana).get("/settings/team").body();
    var mark = before.replaceAll(
        "(?s).*id=\"second-mark-" + kept.shop.tomas + "\" name=\"mark\" value=\"([^\"]+)\".*",
        "$1");

    var first = change(tomas + "/second", "second", priya, "mark", mark);
    var late = change(tomas + "/second", "second", "", "mark", mark);
    var same = change(tomas + "/second", "second", priya, "mark", mark);
    var next = change(tomas + "/second", "second", edie, "mark", priya);
    var role = change(tomas + "/role", "role", "AGENT", "mark", "HELPER");
    var lateRole = change(tomas + "/role", "role", "HELPER", "mark", "HELPER");

    assertThat(first.body())
        .contains("id=\"second-mark-" + kept.shop.tomas + "\" name=\"mark\" value=\"" + priya);
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).startsWith("Somebody saved something else while this page was open.");
    assertThat(same.statusCode()).isEqualTo(200);
    assertThat(next.statusCode()).isEqualTo(200);
    assertThat(role.body()).contains("Saved.", "id=\"role-mark-", "value=\"AGENT\"");
    assertThat(lateRole.statusCode()).isEqualTo(422);
    assertThat(kept.rooms.team.get(kept.shop.tomas).second()).isEqualTo(kept.shop.edie);
  }

  @Test
  void aSecondThatWasNotSentStays() {
    var tomas = "/settings/team/" + kept.shop.tomas + "/second";
    change(tomas, "second", kept.shop.edie.toString());

    var unsent = change(tomas);

    assertThat(unsent.statusCode()).isEqualTo(200);
    assertThat(kept.rooms.team.get(kept.shop.tomas).second()).isEqualTo(kept.shop.edie);
  }

  @Test
  void aRefusalIsOneLineOfPlainWords() {
    var themselves = change(
        "/settings/team/" + kept.shop.tomas + "/second", "second", kept.shop.tomas.toString());
    var address = change("/settings/channels", "address", "hello@");
    var nameless = change("/settings/you", "name", " ");
    var silence =
        change("/settings/you/time/quiet", "quiet", "yes", "starts", "21:00", "ends", "21:00");
    var holidays = change("/settings/hours/holidays", "country", "atlantis");

    assertThat(themselves.body()).startsWith("Nobody can be their own second.");
    assertThat(address.body()).startsWith("Enter an address like");
    assertThat(nameless.body()).isNotBlank().doesNotContain("<");
    for (var refused : new HttpResponse<?>[] {themselves, address, nameless, silence, holidays}) {
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    }
  }

  @Test
  void eachSaysWhatItDoes() {
    var tomas = change("/settings/team/" + kept.shop.tomas + "/role", "role", "AGENT");
    var address = change("/settings/channels", "address", "help@marlow.example.com");
    var name = change("/settings/you", "name", "Dana Marlow");
    var silence =
        change("/settings/you/time/quiet", "quiet", "yes", "starts", "21:00", "ends", "07:00");
    var loud = change("/settings/you/time/quiet", "quiet", "no", "starts", "", "ends", "");
    var holidays = change("/settings/hours/holidays", "country", "us");

    assertThat(tomas.body()).contains("Tomás has all daily work");
    assertThat(address.body()).contains("what our answers come from");
    assertThat(name.body()).contains("your customers read");
    assertThat(silence.body()).contains("from 9:00 pm to 7:00 am");
    assertThat(loud.body()).contains("at any hour");
    assertThat(holidays.body()).contains("alarm", "You’re closed on these", "Thanksgiving");
    assertThat(kept.rooms.team.get(kept.shop.tomas).role()).isEqualTo(Role.AGENT);
  }

  @Test
  void theNextChangeOfTheSamePageIsNotTakenForSomebodyElses() {
    var first = mark(dana.get("/settings/hours"));
    var saved = week(first, "08:00");
    var again = week(mark(saved), "09:00");
    var stale = week(first, "10:00");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(stale.statusCode()).isEqualTo(422);
    assertThat(stale.body()).contains("Load the page again");

    var shifts = dana.get("/settings/you/time");
    var own = shifts(mark(shifts), "08:00");
    assertThat(shifts(mark(own), "09:00").statusCode()).isEqualTo(200);
  }

  @Test
  void namedAnewWhileTheirCallsWereSwitchedBothStand() {
    change("/settings/you", "name", "Dana Marlow");
    dana.post("/me/taking-calls", "taking_calls", "true");

    var after = kept.rooms.team.get(kept.shop.dana);
    assertThat(after.name()).isEqualTo("Dana Marlow");
    assertThat(after.takingCalls()).isTrue();
  }

  private HttpResponse<String> week(String mark, String opens) {
    return change(
        "/settings/hours",
        "mark",
        mark,
        "name",
        "Marlow & Daughter",
        "zone",
        "America/New_York",
        "opens_monday",
        opens,
        "closes_monday",
        "17:00");
  }

  private HttpResponse<String> shifts(String mark, String opens) {
    return change(
        "/settings/you/time/shifts",
        "mark",
        mark,
        "own",
        "yes",
        "opens_monday",
        opens,
        "closes_monday",
        "17:00");
  }

  private HttpResponse<String> change(String path, String... form) {
    return dana.header("HX-Request", "true").post(path, form);
  }

  private static String mark(HttpResponse<String> page) {
    var mark = MARK.matcher(page.body());
    assertThat(mark.find()).isTrue();
    return mark.group(1);
  }
}
