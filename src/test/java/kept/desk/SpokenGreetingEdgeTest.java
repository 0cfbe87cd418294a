package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kept.TestBrowser;
import kept.TestKept;
import kept.TestShop;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.FrontDoors;
import kept.frontdoor.Moment;
import kept.line.speech.Wav;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpokenGreetingEdgeTest {
  private static final String WORDS = "Marlow & Daughter. Here’s a person.";

  private final TestKept kept = new TestKept();
  private final TestShop shop = kept.shop;
  private final FrontDoors doors = kept.rooms.frontDoors;
  private final FrontDoor door =
      doors.set(shop.dana, new FrontDoor(FrontDoorId.next(), "The shop", FrontDoors.usual()));
  private final String open = "/front-door/" + door.id() + "/greetings/open";
  private final TestBrowser dana = kept.as(shop.dana);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void whatIsTypedIsHeardBeforeItIsKept() throws Exception {
    var heard = kept.as(shop.dana)
        .header("HX-Request", "true")
        .post(open + "/hearing", "words", WORDS)
        .body();

    assertThat(heard)
        .contains("Marlow &amp; Daughter", "Put it in the draft", open + "/speech")
        .doesNotContain("<html");
    assertThat(doors.draft(door.id())).isEmpty();
    assertThat(dana.post(open + "/hearing", "words", WORDS).body())
        .contains("<html", "Back to the front door");
  }

  @Test
  void theSoundIsAWavOfTheLine() throws Exception {
    var sound =
        kept.as(shop.dana).get("/front-door/greetings/typed/sound?words=Marlow+and+Daughter");

    assertThat(sound.headers().firstValue("Content-Type")).contains("audio/wav");
    assertThat(sound.body()).startsWith("RIFF");
    assertThat(kept.as(shop.priya)
            .get("/front-door/greetings/typed/sound?words=Hello")
            .statusCode())
        .isEqualTo(403);
  }

  @Test
  void itIsInTheDraftWithItsWordsAndItsSeconds() throws Exception {
    dana.post(open + "/speech", "words", WORDS);

    var plan = doors.draft(door.id()).orElseThrow().plan();
    var greeting = plan.greetings().at(Moment.OPEN);
    assertThat(greeting).isNotNull();
    assertThat(greeting.words()).isEqualTo(WORDS);
    assertThat(greeting.length()).isBetween(ofSeconds(1), ofSeconds(6));
    var loudest = 0;
    for (var sample : Wav.read(kept.rooms.greetings.read(greeting.file())))
      loudest = Math.max(loudest, Math.abs(sample));
    assertThat(loudest).isGreaterThan(3_000);
    var seconds = Math.ceilDiv(greeting.length().toMillis(), 1000L);
    assertThat(dana.get("/front-door").body())
        .contains(
            "“Marlow &amp; Daughter. Here’s a person.”",
            "Hello is " + seconds + " s longer, while phones ring.",
            "<dt>Hello, while it rings</dt><dd>" + seconds);
  }

  @Test
  void whatTakesLongerThanTwelveSecondsIsRefused() {
    var long20s = "We record so that you never have to say it twice. ".repeat(6).strip();

    assertThat(dana.post(open + "/hearing", "words", long20s).body())
        .contains("Twelve are the most");
    assertThat(dana.post(open + "/speech", "words", long20s).statusCode()).isEqualTo(422);
    assertThat(dana.post(open + "/speech", "words", "a".repeat(301)).body())
        .contains("Write fewer words");
    assertThat(dana.post(open + "/speech", "words", " ").body()).contains("Type what callers");
    assertThat(doors.draft(door.id())).isEmpty();
  }

  private static Duration ofSeconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
