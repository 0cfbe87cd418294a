package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import kept.TestBrowser;
import kept.TestKept;
import kept.team.Mobile;
import kept.team.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsPagesTest {
  private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+(/join/[\\w-]+)");
  private static final String PASSWORD = "kettle under the stairs";

  private final TestKept kept = new TestKept();
  private final TestBrowser dana = kept.as(kept.shop.dana);
  private final TestBrowser priya = kept.as(kept.shop.priya);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void invitesSomebodyWithALinkThatIsShownOnce() {
    var made = dana.post(
        "/settings/team/invitations",
        "name",
        "Justin Cole",
        "email",
        "justin@example.com",
        "role",
        "AGENT");
    var link = linkIn(made.body());
    assertThat(dana.get("/settings/team").body()).contains("Justin Cole").doesNotContain(link);

    var justin = kept.stranger();
    assertThat(justin.get(link).body()).contains("Dana asked you to", "justin@example.com");
    var joined = justin.post(link, "name", "Justin Cole", "password", PASSWORD);

    assertThat(TestBrowser.leadsTo(joined)).isEqualTo("/");
    assertThat(justin.get("/settings/team").body()).contains("Five people keep the promises here.");
    assertThat(kept.stranger().get(link).body()).contains("used already");
  }

  /// Nothing is set up in this shop, and it says so in words.
  @Test
  void saysWhatIsWrongWithTheMail() {
    assertThat(dana.post("/settings/channels/tests").body())
        .contains("Does it work?", "KEPT_RELAY_URL is not set")
        .containsPattern("MX|DNS");
    assertThat(priya.post("/settings/channels/tests").statusCode()).isEqualTo(403);
  }

  @Test
  void takesAnInvitationBackOrMakesItAnew() {
    var first = linkIn(dana.post(
            "/settings/team/invitations",
            "name",
            "Sam Okoye",
            "email",
            "sam@example.com",
            "role",
            "HELPER")
        .body());
    var id = kept.rooms.invitations.open().getFirst().id();
    var second = linkIn(dana.post("/settings/team/invitations/" + id + "/again").body());
    assertThat(kept.stranger().get(first).body()).contains("taken back");
    assertThat(kept.stranger().get(second).statusCode()).isEqualTo(200);

    var open = kept.rooms.invitations.open().getFirst().id();
    dana.post("/settings/team/invitations/" + open + "/revocation");

    assertThat(kept.stranger().get(second).body()).contains("taken back");
    assertThat(kept.rooms.invitations.open()).isEmpty();
  }

  @Test
  void saysWhatMovesBeforeSomebodyLeavesAndMovesIt() {
    var promise = kept.shop.promise(kept.shop.crackedTv(), kept.shop.edie, Duration.ofHours(3));
    assertThat(dana.get("/settings/team/" + kept.shop.edie).body())
        .contains("Their promise moves to Priya at once.");

    var left = dana.post("/settings/team/" + kept.shop.edie + "/leaving");

    assertThat(TestBrowser.leadsTo(left)).isEqualTo("/settings/team");
    assertThat(kept.rooms.team.get(kept.shop.edie).isHere()).isFalse();
    assertThat(kept.rooms.promises.get(promise.id()).keeper()).isEqualTo(kept.shop.priya);
  }

  @Test
  void changesRoleAndSecondButNotTheOwner() {
    var tomas = "/settings/team/" + kept.shop.tomas;
    dana.post(tomas + "/role", "role", "AGENT");
    dana.post(tomas + "/second", "second", kept.shop.priya.toString());
    var crowned = dana.post(tomas + "/role", "role", "OWNER");
    var themselves = dana.post(tomas + "/second", "second", kept.shop.tomas.toString());
    var owner = dana.post("/settings/team/" + kept.shop.dana + "/leaving");

    var after = kept.rooms.team.get(kept.shop.tomas);
    assertThat(after.role()).isEqualTo(Role.AGENT);
    assertThat(after.second()).isEqualTo(kept.shop.priya);
    assertThat(crowned.statusCode()).isEqualTo(422);
    assertThat(themselves.statusCode()).isEqualTo(422);
    assertThat(owner.statusCode()).isEqualTo(422);
  }

  @Test
  void savesTheHoursAndTheAddress() {
    dana.post(
        "/settings/hours",
        "name",
        "Marlow",
        "zone",
        "Europe/Paris",
        "opens_monday",
        "09:00",
        "closes_monday",
        "00:00");
    dana.post("/settings/channels", "address", "help@marlow.example.com");

    assertThat(kept.rooms.shop.business().name()).isEqualTo("Marlow");
    assertThat(kept.rooms.shop.business().email()).isEqualTo("help@marlow.example.com");
    assertThat(kept.rooms.shop.hours().spans()).hasSize(1);
    assertThat(dana.get("/settings/hours").body()).contains("value=\"09:00\"", "value=\"00:00\"");
  }

  @Test
  void lookAloneIsForTheTeam() {
    var page = priya.get("/settings/team").body();

    assertThat(page).contains("Tomás").doesNotContain("Invite", "/leaving", "Channels");
    assertThat(priya.get("/settings/hours").statusCode()).isEqualTo(403);
  }

  @Test
  void everyoneChangesTheirOwnNameAndPasswordAndSignsOutElsewhere() {
    var link = kept.rooms.invitations.wayBack(kept.shop.dana, kept.shop.tomas);
    var tomas = kept.stranger();
    tomas.post(link, "password", PASSWORD);
    var tablet = kept.as(kept.shop.tomas);

    assertThat(TestBrowser.leadsTo(tomas.post("/settings/you", "name", "Tomás R")))
        .isEqualTo("/settings/you?saved=name");
    assertThat(tomas.get("/settings/you").body()).contains("Tomás R", "A test", "here, now");
    var wrong = tomas.post(
        "/settings/you/way-in",
        "email",
        "tomas@example.com",
        "present",
        "a guess at it",
        "password",
        "");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("isn’t your present password");
    var changed = tomas.post(
        "/settings/you/way-in",
        "email",
        "tr@example.com",
        "present",
        PASSWORD,
        "password",
        "teapot on the sill");

    assertThat(TestBrowser.leadsTo(changed)).isEqualTo("/settings/you?saved=way-in");
    assertThat(kept.rooms.team.get(kept.shop.tomas).email()).isEqualTo("tr@example.com");
    assertThat(tomas.get("/settings/you").statusCode()).isEqualTo(200);
    assertThat(tablet.get("/settings/you").statusCode()).isEqualTo(303);
  }

  @Test
  void takesTheNumberOfThePhoneOneCarries() {
    var wrong = priya.post("/settings/you/mobile", "mobile", "555 0177", "rings", "yes");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Write the number with its country", "555 0177");

    priya.post("/settings/you/mobile", "mobile", "+1 415 555 0177", "rings", "yes");
    assertThat(kept.rooms.team.get(kept.shop.priya).mobile())
        .isEqualTo(new Mobile("+14155550177", true));

    priya.post("/settings/you/mobile", "mobile", "");
    assertThat(kept.rooms.team.get(kept.shop.priya).mobile()).isNull();
  }

  @Test
  void switchesTakingCallsWhereOneStands() {
    var answer = priya
        .header("Referer", kept.at("/c?which=mine").toString())
        .post("/me/taking-calls", "taking_calls", "false");

    assertThat(TestBrowser.leadsTo(answer)).isEqualTo("/c?which=mine");
    assertThat(kept.rooms.team.get(kept.shop.priya).takingCalls()).isFalse();
  }

  @Test
  void showsTheOwnerThePrograms() {
    kept.program();
    assertThat(dana.get("/settings/you").body()).contains("Programs with your powers");
    assertThat(priya.get("/settings/you").body()).doesNotContain("Programs with your powers");

    dana.post("/settings/programs/" + kept.rooms.tokens.list().getFirst().id() + "/revocation");

    assertThat(kept.rooms.tokens.list()).isEmpty();
  }

  private static String linkIn(String page) {
    var link = LINK.matcher(page);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }
}
