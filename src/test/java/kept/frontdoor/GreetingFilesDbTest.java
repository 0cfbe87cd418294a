package kept.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import kept.TestShop;
import kept.line.speech.Wav;
import kept.platform.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GreetingFilesDbTest {
  private static final int RATE = 8_000;

  private final TestShop shop = new TestShop();
  private final GreetingFiles files = shop.rooms.greetings;
  private final FrontDoors doors = shop.rooms.frontDoors;

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whateverIsBroughtIsKeptAsTheLinePlaysIt() throws Exception {
    var greeting = files.keep(Wav.ulaw(new short[4 * RATE]), " Marlow and Daughter. ");

    assertThat(greeting.length()).isEqualTo(Duration.ofSeconds(4));
    assertThat(greeting.words()).isEqualTo("Marlow and Daughter.");
    assertThat(Wav.read(files.read(greeting.file()))).hasSize(4 * RATE);
    assertThat(files.read(greeting.file())).hasSize(44 + 2 * 4 * RATE);
  }

  @Test
  void nothingIsCutOff() {
    assertThatThrownBy(() -> files.keep(Wav.pcm(new short[13 * RATE]), ""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("It takes 13.0 seconds");
    assertThat(files.keep(Wav.pcm(new short[12 * RATE]), "").length()).isEqualTo(Greeting.LONGEST);
  }

  @Test
  void whatIsNoSoundIsRefusedInASentence() {
    assertThatThrownBy(() -> files.keep("a letter, not a WAV".getBytes(StandardCharsets.UTF_8), ""))
        .isInstanceOf(Refusal.class)
        .hasMessage("This is not a WAV file.");
    assertThatThrownBy(() -> files.keep(Wav.pcm(new short[80]), ""))
        .hasMessageContaining("nothing to hear");
  }

  @Test
  void aPlanCannotLieAboutItsGreetings() {
    var sound = files.keep(Wav.pcm(new short[4 * RATE]), "Hello.");
    var lie = new Greeting(sound.file(), Duration.ofSeconds(1), "Hello.");
    var door = doors.set(shop.dana, door(lie));

    assertThat(door.plan().greetings().open()).isEqualTo(sound);
    assertThat(doors.isGreeting(sound.file())).isTrue();
    assertThatThrownBy(() -> doors.set(shop.dana, door(PlanCast.greeting(1_000))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is not here");
  }

  @Test
  void aNuisanceIsFoundHoweverItWasTyped() {
    var nuisances = shop.rooms.nuisances;
    nuisances.add(shop.dana, "+1 (415) 555-0166", "Rings and says nothing");
    nuisances.add(shop.dana, "+14155550166", "Sells ducts");

    assertThat(nuisances.contains("+14155550166")).isTrue();
    assertThat(nuisances.list()).extracting(Nuisance::note).containsExactly("Sells ducts");
    nuisances.remove(shop.dana, "+14155550166");
    assertThat(nuisances.contains("+14155550166")).isFalse();
    assertThatThrownBy(() -> nuisances.add(shop.dana, "0166", ""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("with its country");
  }

  private static FrontDoor door(Greeting open) {
    return new FrontDoor(
        FrontDoorId.next(), "Shop", FrontDoors.usual().greetings(new Greetings(open, null, null)));
  }
}
