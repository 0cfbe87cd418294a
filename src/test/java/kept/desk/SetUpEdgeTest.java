package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kept.TestBrowser;
import kept.TestKept;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.FrontDoors;
import kept.frontdoor.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The steps that are the owner's, without a script.
class SetUpEdgeTest {
  private static final String REACHING = "/set-up/reaching";
  private static final String HEARING = "/set-up/hearing";
  private static final String CALLING = "/set-up/calling";
  private static final String NUMBER = "+1 415 555 0100";

  private final TestKept kept = new TestKept();
  private final TestBrowser dana = kept.as(kept.shop.dana);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void theyAreTheOwnersAlone() {
    for (var step :
        List.of("/set-up", "/set-up/you", REACHING, HEARING, CALLING, "/set-up/watch")) {
      assertThat(dana.get(step).statusCode()).as(step).isEqualTo(200);
      assertThat(kept.as(kept.shop.priya).get(step).statusCode()).as(step).isEqualTo(403);
      assertThat(TestBrowser.leadsTo(kept.stranger().get(step))).as(step).startsWith("/in");
    }
    assertThat(kept.as(kept.shop.edie).post(REACHING, "number", NUMBER).statusCode())
        .isEqualTo(403);
    assertThat(kept.rooms.lines.list()).isEmpty();
  }

  @Test
  void eachLeadsBackAndOn() {
    assertThat(dana.get("/set-up").body())
        .contains("Marlow &amp; Daughter", "You can stop any time.");
    assertThat(dana.get("/set-up/you").body())
        .contains("dana@example.com", "href=\"/set-up\"", "href=\"" + REACHING + "\"");
    assertThat(dana.get(REACHING).body())
        .contains("href=\"/set-up/you\"", "Skip the phone for now", "Finish later");
    assertThat(dana.get(HEARING).body())
        .contains("href=\"" + REACHING + "\"", "href=\"" + CALLING + "\"");
    assertThat(dana.get(CALLING).body()).contains("href=\"" + HEARING + "\"", "Open the desk");
  }

  @Test
  void theBusinessIsCorrectedAndRefusedAsTheLinkDoesIt() {
    var refused = dana.post("/set-up", "name", "", "zone", "America/Chicago");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Enter the name on the sign.");
    var saved = dana.post("/set-up", "name", "Marlow’s", "zone", "America/Chicago");
    assertThat(TestBrowser.leadsTo(saved)).isEqualTo("/set-up/you");
    assertThat(kept.rooms.shop.business().name()).isEqualTo("Marlow’s");
  }

  @Test
  void aNumberIsSavedWithTheCodeThatForwardsAnotherToIt() {
    var saved = dana.post(
        REACHING, "number", NUMBER, "address", "hello@marlow.example.com", "then", "stay");

    assertThat(TestBrowser.leadsTo(saved)).isEqualTo(REACHING);
    assertThat(dana.get(REACHING).body())
        .contains("*72 415 555 0100", "*73", "We’re watching for a call.")
        .doesNotContain("name=\"number\"");
    assertThat(kept.rooms.lines.list()).singleElement();
    assertThat(kept.rooms.frontDoors.list()).singleElement();
  }

  @Test
  void nextSavesWhatWasTypedAndGoesOn() {
    var next = dana.post(REACHING, "number", NUMBER, "address", "desk@marlow.example.com");

    assertThat(TestBrowser.leadsTo(next)).isEqualTo(HEARING);
    assertThat(kept.rooms.shop.business().email()).isEqualTo("desk@marlow.example.com");
    assertThat(kept.rooms.lines.numbers()).containsExactly("+14155550100");
  }

  @Test
  void neitherIsSavedWhenOneIsRefused() {
    var answer = dana.post(REACHING, "number", NUMBER, "address", "nowhere");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(ShopMail.HOW_TO_FIX, "value=\"nowhere\"", "value=\"" + NUMBER + "\"");
    assertThat(kept.rooms.lines.list()).isEmpty();
    assertThat(dana.post(REACHING, "number", "ask Dana", "address", "").body())
        .contains("Write the number with its country", "value=\"ask Dana\"");
    assertThat(kept.rooms.shop.business().email()).isEqualTo("hello@marlow.example.com");
  }

  @Test
  void aProviderIsAddedAndTriedAsUnderSettings() {
    var refused = dana.post(
        REACHING + "/providers", "name", "Carrier", "host", "127.0.0.1", "password", "secret");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("A user name and a password belong together.", "value=\"Carrier\"")
        .doesNotContain("secret");

    dana.post(REACHING + "/providers", "name", "Carrier", "host", "127.0.0.1", "port", "9");

    var trunk = kept.rooms.trunks.list().getFirst();
    assertThat(dana.get(REACHING).body()).contains("Carrier", "Test it");
    assertThat(dana.post(REACHING + "/providers/" + trunk.id() + "/tests").body())
        .contains("How do people reach you?")
        .containsAnyOf("Nothing listens at port 9", "not open here", "No answer");
  }

  @Test
  void whatIsTypedIsReadOutBeforeItIsKept() {
    var words = "Marlow & Daughter, hello.";

    var heard = dana.post(HEARING, "words", words, "mobile", "", "then", "hear");

    assertThat(heard.statusCode()).isEqualTo(200);
    assertThat(heard.body()).contains("/sound?words=Marlow+%26+Daughter", "Marlow &amp; Daughter");
    assertThat(kept.rooms.frontDoors.list()).isEmpty();
    assertThat(dana.post(HEARING, "words", "", "then", "hear").statusCode()).isEqualTo(422);
    assertThat(dana.post(HEARING, "words", "a".repeat(301)).body()).contains("Write fewer words");
  }

  @Test
  void theGreetingIsInUseAndTheOwnersMobileRings() {
    var next = dana.post(
        HEARING,
        "words",
        "Marlow and Daughter, hello.",
        "mobile",
        "+1 415 555 0177",
        "how",
        "once");

    assertThat(TestBrowser.leadsTo(next)).isEqualTo(CALLING);
    var door = kept.rooms.frontDoors.list().getFirst();
    var greeting = door.plan().greetings().at(Moment.OPEN);
    assertThat(greeting).isNotNull();
    assertThat(greeting.words()).isEqualTo("Marlow and Daughter, hello.");
    assertThat(kept.rooms.frontDoors.draft(door.id())).isEmpty();
    var mobile = kept.rooms.team.get(kept.shop.dana).mobile();
    assertThat(mobile).isNotNull();
    assertThat(mobile.rings()).isTrue();
    assertThat(dana.get(HEARING).body()).contains("Marlow and Daughter, hello.", "+14155550177");

    dana.post(HEARING, "words", "Marlow and Daughter, hello.", "mobile", "+14155550177");
    assertThat(kept.rooms.frontDoors.past(door.id())).singleElement();
    dana.post(HEARING, "words", "", "mobile", "", "how", "turn");
    var changed = kept.rooms.frontDoors.list().getFirst().plan();
    assertThat(changed.greetings().at(Moment.OPEN)).isNull();
    assertThat(changed.waves()).hasSizeGreaterThan(1);
    assertThat(kept.rooms.team.get(kept.shop.dana).mobile()).isNull();
  }

  @Test
  void aDraftOfTheFrontDoorIsNotGoneOver() {
    var id = FrontDoorId.next();
    kept.rooms.frontDoors.set(kept.shop.dana, new FrontDoor(id, "Shop", FrontDoors.usual()));
    kept.rooms.frontDoors.draft(kept.shop.dana, id, plan -> plan.knownFirst(true));

    assertThat(dana.get(HEARING).body()).contains("The front door has a draft.");
    var answer = dana.post(HEARING, "words", "Hello.", "mobile", "");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("The front door has a draft.");
    assertThat(kept.rooms.frontDoors.draft(id)).isPresent();
    assertThat(dana.post(HEARING, "mobile", "").statusCode()).isEqualTo(303);
  }

  @Test
  void withoutANumberItSaysWhatToDoLater() {
    assertThat(dana.get(CALLING).body())
        .contains("No number rings here yet.", "hello@marlow.example.com")
        .doesNotContain("We’re watching", "Home Screen");

    dana.post(REACHING, "number", NUMBER);

    assertThat(dana.get(CALLING).body())
        .contains("tel:+14155550100", "We’re watching for a call.", "Nobody carries this number");
  }

  @Test
  void onAnIPhoneItTellsOfTheHomeScreen() {
    var phone = kept.as(kept.shop.dana)
        .header(
            "User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Safari/604.1");

    assertThat(phone.get(CALLING).body()).contains("Add to Home Screen");
  }

  @Test
  void todaySaysWhatWasSkipped() {
    assertThat(dana.get("/").body())
        .contains("Have a number ring here", "Say what callers hear")
        .doesNotContain("Call (415)");

    dana.post(REACHING, "number", NUMBER);

    assertThat(dana.get("/").body()).contains("Call (415) 555-0100 yourself", "/set-up/calling");
    assertThat(kept.as(kept.shop.priya).get("/").body())
        .contains("Make your first promise")
        .doesNotContain("/set-up");
  }
}
