package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import kept.TestBrowser;
import kept.TestKept;
import kept.TestShop;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.FrontDoors;
import kept.frontdoor.Moment;
import kept.frontdoor.Overflow;
import kept.frontdoor.Plan;
import kept.line.speech.Wav;
import kept.team.AgentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrontDoorEdgeTest {
  private static final int RATE = 8_000;

  private final TestKept kept = new TestKept();
  private final TestShop shop = kept.shop;
  private final FrontDoors doors = kept.rooms.frontDoors;
  private final FrontDoor door =
      doors.set(shop.dana, new FrontDoor(FrontDoorId.next(), "The shop", FrontDoors.usual()));
  private final String home = "/front-door/" + door.id();
  private final TestBrowser dana = kept.as(shop.dana);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void everybodyOfTheTeamLooksAndTheOwnerChanges() {
    var priya = kept.as(shop.priya);

    assertThat(priya.get("/front-door").body())
        .contains("hears a person in 6 seconds", "Everyone who takes calls")
        .doesNotContain("/draft/");
    assertThat(priya.post(home + "/draft/known-first", "known_first", "true").statusCode())
        .isEqualTo(403);
    assertThat(dana.get("/front-door").body()).contains(home + "/draft/waves");
    assertThat(kept.as(shop.tomas).get("/front-door").statusCode()).isEqualTo(403);
  }

  @Test
  void aShopWithoutADoorIsOfferedItsFirst() {
    try (var fresh = new TestKept()) {
      var owner = fresh.as(fresh.shop.dana);
      assertThat(owner.get("/front-door").body()).contains("Nobody can ring you yet");

      var made = owner.post("/front-door");

      assertThat(owner.get(TestBrowser.leadsTo(made)).body()).contains("hears a person in 6");
      assertThat(fresh.rooms.frontDoors.list()).hasSize(1);
    }
  }

  @Test
  void aDraftShowsItsCostBesideWhatItWasUntilItIsUsed() {
    kept.rooms.lines.set(shop.dana, "+14155550100", "The shop", door.id());
    change("order", "how", "turn");
    change("delay", "nth", "0", "seconds", "8");

    var page = dana.get("/front-door").body();
    assertThat(page)
        .contains("(415) 555-0100", "When it’s busy, 14.", "Busy callers save 16 s.")
        .contains("was 30 s", "Use this door");
    assertThat(doors.get(door.id())).isEqualTo(door);

    dana.post(home + "/use");
    assertThat(plan().waves()).hasSize(4);
    assertThat(dana.get("/front-door").body())
        .contains("Earlier doors", "the door you had until")
        .doesNotContain("Use this door");
  }

  @Test
  void undoingThrowsTheDraftAway() {
    change("known-first", "known_first", "true");
    assertThat(doors.draft(door.id())).isPresent();

    dana.post(home + "/undoing");

    assertThat(doors.draft(door.id())).isEmpty();
    assertThat(dana.get("/front-door").body()).doesNotContain("/undoing");
  }

  @Test
  void aDraftThatBreaksLawSixIsRefusedWithOneStepOutOfIt() {
    change("waves", "remove", "0");

    var page = dana.get("/front-door").body();
    assertThat(page)
        .contains("This draft can’t be used.", "<b>Nobody rings</b>", "Let everyone ring")
        .doesNotContain("Callers meet it once you use it.")
        .doesNotContain("action=\"" + home + "/use\"");
    assertThat(dana.post(home + "/use").statusCode()).isEqualTo(422);

    dana.post(home + "/way-out", "nth", "0");
    assertThat(doors.draft(door.id())).isEmpty();
  }

  @Test
  void peopleMoveUpAndDownAndJoinEachOther() {
    change("order", "how", "turn");
    var first = draft().waves().getFirst().agents();
    change("waves", "down", "0");
    assertThat(draft().waves().get(1).agents()).isEqualTo(first);

    change("waves", "up", "1");
    change("waves", "remove", "2");
    change("waves", "who", name(shop.tomas), "with", "0");
    assertThat(draft().waves()).hasSize(2);
    assertThat(draft().waves().getFirst().agents()).contains(shop.tomas).hasSize(2);

    change("order", "how", "once");
    assertThat(draft().waves()).hasSize(1);
    assertThat(dana.post(home + "/draft/waves", "up", "0").statusCode()).isEqualTo(422);
  }

  @Test
  void keysOverflowScreeningAndTheKnownFewAreChosen() {
    change("keys", "act", "ring_back");
    change("keys", "act", "people", "agent", name(shop.edie));
    change("keys", "remove", "1");
    change("overflow", "overflow", "number", "elsewhere", "+1 (415) 555-0177");
    change("screening", "screening", "unknown");
    change("direct", "agent", name(shop.dana), "callers", "+1 415 555 0142\n\n+1 415 555 0143");

    assertThat(draft().keys()).singleElement().satisfies(key -> {
      assertThat(key.digit()).isEqualTo('2');
      assertThat(key.agents()).containsExactly(shop.edie);
    });
    assertThat(draft().overflow()).isEqualTo(Overflow.NUMBER);
    assertThat(draft().elsewhere()).isEqualTo("+14155550177");
    assertThat(dana.get("/front-door").body())
        .contains("Dana rings alone first", "(415) 555-0143", "hears a person in 12 seconds");
    change("overflow", "overflow", "number", "elsewhere", "911");
    assertThat(dana.get("/front-door").body()).contains("which is for emergencies");
  }

  @Test
  void aGreetingIsBroughtHeardAndTakenAway() throws Exception {
    var kept4s = record("open", Wav.pcm(new short[4 * RATE]));
    assertThat(kept4s.statusCode()).isEqualTo(303);
    change("words", "moment", "open", "words", "Marlow and Daughter.");

    var greeting = draft().greetings().at(Moment.OPEN);
    var heard = kept.as(shop.priya).get("/front-door/greetings/" + greeting.file());
    assertThat(heard.headers().firstValue("Content-Type")).contains("audio/wav");
    assertThat(dana.get("/front-door").body())
        .contains("“Marlow and Daughter.”", "4 s, rings meanwhile");

    change("greeting", "remove", "open");
    assertThat(doors.draft(door.id())).isEmpty();
  }

  @Test
  void aSoundThatCannotBeAGreetingIsRefusedInASentence() {
    assertThat(record("open", Wav.pcm(new short[13 * RATE])).body())
        .contains("It takes 13.0 seconds");
    assertThat(record("open", "a letter".getBytes(StandardCharsets.UTF_8)).body())
        .contains("This is not a WAV file.");
    assertThat(doors.draft(door.id())).isEmpty();
    var file = kept.rooms.blobs.store("a customer's letter".getBytes(StandardCharsets.UTF_8));
    assertThat(dana.get("/front-door/greetings/" + file).statusCode()).isEqualTo(404);
  }

  @Test
  void oneGoesBackToAnEarlierDoor() {
    change("known-first", "known_first", "true");
    dana.post(home + "/use");
    var past = doors.past(door.id()).getFirst();

    dana.post(home + "/past/" + past.id() + "/return");

    assertThat(draft()).isEqualTo(door.plan());
    assertThat(plan().knownFirst()).isTrue();
  }

  @Test
  void aNuisanceIsOnTheListAtOnce() {
    var id = door.id().toString();
    dana.post("/front-door/nuisances", "door", id, "number", "+1 415 555 0166", "note", "Ducts");
    assertThat(kept.as(shop.priya).get("/front-door").body()).contains("(415) 555-0166", "Ducts");

    dana.post("/front-door/nuisances/removal", "door", id, "number", "+14155550166");

    assertThat(kept.rooms.nuisances.list()).isEmpty();
    assertThat(dana.post("/front-door/nuisances", "door", id, "number", "0166").statusCode())
        .isEqualTo(422);
  }

  @Test
  void aPartThatChangedIsAnsweredWithThePartAlone() {
    var part = kept.as(shop.dana)
        .header("HX-Request", "true")
        .post(home + "/draft/known-first", "known_first", "true");

    assertThat(part.statusCode()).isEqualTo(200);
    assertThat(part.body()).startsWith("<div class=\"door\"").doesNotContain("<html");
  }

  private void change(String part, String... fields) {
    assertThat(dana.post(home + "/draft/" + part, fields).statusCode()).isEqualTo(303);
  }

  private HttpResponse<String> record(String moment, byte[] wav) {
    return kept.as(shop.dana)
        .header("Content-Type", "audio/wav")
        .send("POST", home + "/greetings/" + moment, BodyPublishers.ofByteArray(wav));
  }

  private Plan draft() {
    return doors.draft(door.id()).orElseThrow().plan();
  }

  private Plan plan() {
    return doors.get(door.id()).plan();
  }

  private static String name(AgentId id) {
    return id.toString();
  }
}
