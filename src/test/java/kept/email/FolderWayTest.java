package kept.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import kept.platform.Sender.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderWayTest {
  private static final Instant NOW = Instant.parse("2026-11-03T09:02:00Z");

  @Test
  void writesEachMailIntoAFileOfItsOwn(@TempDir Path folder) throws IOException {
    var way = new FolderWay(folder.resolve("outbox"), () -> NOW);
    var raw = Mails.bytes("Subject: TV\n\nhello\n");

    assertThat(way.send(raw, "", "chuck@example.com")).isInstanceOf(Outcome.Sent.class);
    assertThat(way.send(raw, "", "../../luis@example.com")).isInstanceOf(Outcome.Sent.class);

    try (var files = Files.list(folder.resolve("outbox"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "20261103-090200-001-chuck@example.com.eml",
              "20261103-090200-002-.._.._luis@example.com.eml");
    }
  }

  @Test
  void triesLaterWhenTheFolderCannotBeWritten(@TempDir Path folder) throws IOException {
    var file = Files.createFile(folder.resolve("file"));

    assertThat(new FolderWay(file, () -> NOW).send(new byte[0], "", "chuck@example.com"))
        .isInstanceOf(Outcome.Later.class);
  }
}
