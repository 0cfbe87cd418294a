package kept.line.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromptsTest {
  private static final Path FOLDER = Path.of("src/main/resources/line/prompts");

  private final Prompts prompts = new Prompts();

  @ParameterizedTest
  @EnumSource(Prompt.class)
  void everySentenceIsThereAsLoudAsTheOthersAndBeginsAtOnce(Prompt prompt) {
    var sound = prompts.samples(prompt.file());

    assertThat(sound.length / 8).isBetween(400, 5000);
    assertThat(Hearing.level(sound)).isCloseTo(-20, within(2.0));
    assertThat(firstLoud(sound)).isLessThan(160 * 8);
    assertThat(peak(sound)).isLessThan(31_000);
    assertThat(prompts.say(prompt).samples()).isEqualTo(sound.length);
  }

  @Test
  void everyNumberUpToNinetyNineCanBeSaid() {
    var around = prompts
        .say(Prompt.YOU_ARE_NUMBER)
        .length()
        .plus(prompts.say(Prompt.IN_LINE).length());

    for (int number = 0; number <= Prompts.HIGHEST; number++)
      assertThat(prompts.youAreNumber(number).length().minus(around))
          .isBetween(Duration.ofMillis(250), Duration.ofMillis(1800));

    assertThatThrownBy(() -> prompts.youAreNumber(100))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> prompts.youAreNumber(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPlaceInTheLineIsOneSentence() {
    int parts = prompts.say(Prompt.YOU_ARE_NUMBER).samples()
        + prompts.samples("20.wav").length
        + prompts.samples("1.wav").length
        + prompts.say(Prompt.IN_LINE).samples();

    assertThat(prompts.youAreNumber(21).samples()).isBetween(parts, parts + 8000);
  }

  @Test
  void whatWasRenderedOnceIsNotRenderedAgain() {
    assertThat(prompts.music()).isSameAs(prompts.music());
    assertThat(prompts.youAreNumber(3)).isSameAs(prompts.youAreNumber(3));
  }

  @Test
  void theMusicIsQuietAndHasNoSeam() {
    var music = prompts.samples("music.wav");

    assertThat(music.length / 8000).isBetween(30, 40);
    assertThat(Hearing.level(music)).isBetween(-30.0, -24.0);
    int steepest = 0;
    for (int i = 1; i < music.length; i++)
      steepest = Math.max(steepest, Math.abs(music[i] - music[i - 1]));
    assertThat(steepest).isLessThan(4000);
    assertThat(Math.abs(music[0] - music[music.length - 1])).isLessThan(steepest);
  }

  @Test
  void allOfItIsSmallAndSaysWhoseItIs() throws IOException {
    long bytes = 0;
    try (var files = Files.list(FOLDER)) {
      for (var file : files.toList()) bytes += Files.size(file);
    }

    assertThat(bytes).isLessThan(1 << 20);
    assertThat(Files.size(FOLDER.resolve("music.wav"))).isLessThan(350_000);
    assertThat(Files.readString(FOLDER.resolve("LICENSE")))
        .contains("Carnegie Mellon University", "Permission is hereby granted");
  }

  private static int firstLoud(short[] sound) {
    int at = 0;
    while (Math.abs(sound[at]) < 1000) at++;
    return at;
  }

  private static int peak(short[] sound) {
    int peak = 0;
    for (var sample : sound) peak = Math.max(peak, Math.abs(sample));
    return peak;
  }
}
