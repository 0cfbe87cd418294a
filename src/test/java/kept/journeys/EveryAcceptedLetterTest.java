package kept.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kept.platform.Database;
import kept.platform.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Four hundred letters over ten connections while Kept is killed and started twice: each that
/// got its 250 is there exactly once.
class EveryAcceptedLetterTest {
  private static final int LETTERS = 400;

  @Test
  void isThereExactlyOnceWhateverDies(@TempDir Path temporary) throws Exception {
    var data = Files.createDirectories(temporary.resolve("shop"));
    var kept = KeptProcess.start(data, "start", Map.of());
    var letters = new Letters(LETTERS, 10, kept.smtp);
    for (int killed = 1; killed <= 2; killed++) {
      letters.waitUntilSent(LETTERS * killed / 3);
      kept.kill();
      kept = KeptProcess.start(data, "start", Map.of());
      letters.goTo(kept.smtp);
    }
    letters.waitUntilSent(LETTERS);
    letters.end();

    assertThat(letters.accepted()).hasSizeGreaterThan(LETTERS / 2);
    try (var database = Database.open(EmbeddedPostgres.findRunning(data).orElseThrow(), 1)) {
      letters.assertThatEachStandsOnce(database);
    }
    kept.close();
  }
}
