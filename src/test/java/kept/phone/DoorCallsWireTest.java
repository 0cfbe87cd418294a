package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.Greeting;
import kept.frontdoor.Moment;
import kept.line.Baresip;
import kept.line.rtp.Law;
import kept.line.speech.Wav;
import org.junit.jupiter.api.Test;

/// Calls to the owner about the front door: baresip is a phone that says a tone, sipp one that
/// listens.
class DoorCallsWireTest {
  /// What a second of a recording takes: mu-law of both ways.
  private static final int SECOND = 2 * Law.RATE;

  @Test
  void aGreetingIsSaidByPhoneHeardAndKeptWithAOne() throws Exception {
    try (var shop = new TestPhones();
        var phone = phone(shop)) {
      rings(shop, "/greetings/open/call");
      says(shop, Duration.ofSeconds(2));
      phone.press("#");
      TestPhones.waits("it is played back", () -> tape(shop).isEmpty());
      assertThat(draft(shop)).isEmpty();
      phone.press("1");

      TestPhones.waits("it is in the draft", () -> draft(shop).isPresent());
      var greeting = draft(shop).orElseThrow();
      assertThat(greeting.length()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(8));
      assertThat(loudest(shop, greeting)).isGreaterThan(5_000);
      phone.prints("session closed");
      assertThat(shop.kept.rooms.calls.page(null, 50)).isEmpty();
    }
  }

  @Test
  void aTwoBeginsAgainAndWhoeverHangsUpHasSaidItAll() throws Exception {
    try (var shop = new TestPhones();
        var phone = phone(shop)) {
      rings(shop, "/greetings/closed/call");
      says(shop, Duration.ofSeconds(1));
      phone.press("#");
      TestPhones.waits("it is played back", () -> tape(shop).isEmpty());
      phone.press("2");
      says(shop, Duration.ofSeconds(1));
      phone.hangUp();

      TestPhones.waits("it is in the draft", () -> draft(shop, Moment.CLOSED).isPresent());
      assertThat(tape(shop)).isEmpty();
      assertThat(draft(shop)).isEmpty();
    }
  }

  @Test
  void whoeverTriesTheDoorHearsItAndNothingIsLeftBehind() throws Exception {
    try (var shop = new TestPhones()) {
      var phone = shop.phone(shop.kept.shop.dana, "uas-answers");
      var said = shop.kept
          .as(shop.kept.shop.dana)
          .post("/front-door/" + door(shop) + "/rehearsal", "when", "free");
      assertThat(said.body()).contains("Your phone rings.", "No customer is called");
      phone.passes();

      assertThat(phone.messages()).contains("Your front door");
      for (var table : List.of("call", "promise", "effort", "conversation"))
        assertThat(count(shop, table)).as(table).isZero();
    }
  }

  @Test
  void whoeverIsInACallOrHasNoPhoneIsToldSo() {
    try (var shop = new TestPhones()) {
      var dana = shop.kept.as(shop.kept.shop.dana);
      assertThat(dana.post("/front-door/" + door(shop) + "/rehearsal", "when", "busy")
              .body())
          .contains("no phone of yours");
    }
  }

  private static Baresip phone(TestPhones shop) throws IOException {
    var dana = shop.kept.shop.dana;
    var added = shop.kept.rooms.phones.add(dana, dana, "Desk");
    var setup = new Baresip.Setup(added.phone().userName(), 600).secret(added.password());
    return Baresip.start(shop.port(), setup);
  }

  /// As soon as the phone is registered.
  private static void rings(TestPhones shop, String path) throws InterruptedException {
    var dana = shop.kept.as(shop.kept.shop.dana);
    TestPhones.waits(
        "the phone rings", () -> dana.post("/front-door/" + door(shop) + path).statusCode() == 200);
  }

  private static void says(TestPhones shop, Duration length) throws InterruptedException {
    TestPhones.waits(
        "so much was said",
        () ->
            tape(shop).filter(file -> size(file) > length.toSeconds() * SECOND).isPresent());
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }

  private static Optional<Path> tape(TestPhones shop) {
    try (var files = Files.list(shop.kept.shop.folder.resolve("recordings"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("greeting-"))
          .findFirst();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int loudest(TestPhones shop, Greeting greeting) throws Exception {
    var loudest = 0;
    for (var sample : Wav.read(shop.kept.rooms.greetings.read(greeting.file())))
      loudest = Math.max(loudest, Math.abs(sample));
    return loudest;
  }

  private static Optional<Greeting> draft(TestPhones shop) {
    return draft(shop, Moment.OPEN);
  }

  private static Optional<Greeting> draft(TestPhones shop, Moment moment) {
    return shop.kept
        .rooms
        .frontDoors
        .draft(door(shop))
        .map(draft -> draft.plan().greetings().at(moment));
  }

  private static FrontDoorId door(TestPhones shop) {
    return shop.kept.rooms.frontDoors.list().getFirst().id();
  }

  private static int count(TestPhones shop, String table) {
    return shop.kept.rooms.database.read(tx ->
        tx.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }
}
