package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorOfBackupsTest {
  private static final Instant NOW = Instant.parse("2026-12-05T09:00:00Z");

  @TempDir
  private Path data;

  @Test
  void aShopThatIsNotThereYetNeedsNone() {
    assertThat(said()).isEqualTo("skip  There is no shop here yet, so nothing to back up");
  }

  @Test
  void aShopOfYesterdayHadNoNightYet() throws IOException {
    begun(Duration.ofDays(1));
    assertThat(said()).isEqualTo("skip  The first backup is made at night");

    begun(Duration.ofDays(3));
    assertThat(said()).startsWith("do    There is no backup in " + data.resolve("backups"));
  }

  @Test
  void saysHowOldTheLastOneIs() throws IOException {
    begun(Duration.ofDays(30));
    backup("kept-2036-12-01.zip", "of a clock that was ahead");
    backup("kept-2026-12-01.zip", "x");
    backup("something-else-2026-12-05.zip", "x");
    assertThat(said()).startsWith("do    The last backup is of 2026-12-01, 4 days ago.");

    backup("kept-2026-12-03.zip", "x");
    assertThat(said()).isEqualTo("ok    The last backup is of 2026-12-03");

    backup("kept-2026-12-05.zip", "");
    assertThat(said()).startsWith("do    The last backup, ").contains("is empty.");
  }

  private void begun(Duration ago) throws IOException {
    var key = data.resolve("secret.key");
    Files.writeString(key, "key");
    Files.setLastModifiedTime(key, FileTime.from(NOW.minus(ago)));
  }

  private void backup(String name, String content) throws IOException {
    Files.writeString(Files.createDirectories(data.resolve("backups")).resolve(name), content);
  }

  private String said() {
    var found = new DoctorOfBackups(data, () -> NOW).last();
    assertThat(found).hasSize(1);
    return found.getFirst().line();
  }
}
