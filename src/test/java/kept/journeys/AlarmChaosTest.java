package kept.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever dies, and wherever the clock goes, every alarm comes. `./kept bench chaos` does this
/// with 10,000 promises and 30 kills.
class AlarmChaosTest {
  private static final int PROMISES = Integer.getInteger("kept.chaos.promises", 80);
  private static final int KILLS = Integer.getInteger("kept.chaos.kills", 2);
  private static final int SECONDS = Integer.getInteger("kept.chaos.seconds", 60);
  private static final long SEED = Long.getLong("kept.chaos.seed", 24);

  @Test
  void everyAlarmComesWhateverDies(@TempDir Path folder) throws Exception {
    var size = new AlarmChaos.Size(PROMISES, KILLS, Duration.ofSeconds(SECONDS), SEED);

    ChaosReport report;
    try (var chaos = new AlarmChaos(folder, size)) {
      report = chaos.run();
    }

    System.out.println(report.table());
    assertThat(report.missing()).isZero();
    assertThat(report.early()).isZero();
    assertThat(report.doubled()).isZero();
    assertThat(report.lettersLost()).isZero();
    assertThat(report.repeatsUnmarked()).isZero();
  }
}
