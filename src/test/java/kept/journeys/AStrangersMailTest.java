package kept.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kept.Chromium;
import kept.TestKept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A stranger's mail, sent with the mail program that everybody tries first (swaks; a few lines
/// over a socket where there is none), is on Today while somebody looks at it, without a reload.
class AStrangersMailTest {
  private static final Path SWAKS = Path.of("/usr/bin/swaks");

  private final TestKept kept = new TestKept();
  private final Chromium chromium = new Chromium();

  @AfterEach
  void close() {
    chromium.close();
    kept.close();
  }

  @Test
  void isOnTodayWithoutAReload() throws Exception {
    var priya = chromium.as(kept, kept.shop.priya);
    priya.navigate(kept.kept().url() + "/");
    priya.evaluate("() => { window.never = 'reloaded' }");

    for (var each : List.of("first", "second", "third")) {
      assertThat(sent(each)).isTrue();
      var accepted = System.nanoTime();
      var row = priya.locator(".wait", new Page.LocatorOptions().setHasText("About the " + each));
      row.waitFor();
      System.out.printf(
          "250 to Today, %s mail: %d ms%n", each, (System.nanoTime() - accepted) / 1_000_000);
    }
    assertThat(priya.evaluate("() => window.never")).isEqualTo("reloaded");
  }

  private boolean sent(String which) throws IOException, InterruptedException {
    var words = "From: Rosa Delgado <" + which
        + "@example.com>\nTo: hello@marlow.example.com\nSubject: About the " + which
        + "\n\nAbout the " + which + " washer: what would a new one cost?\n";
    if (!Files.isExecutable(SWAKS)) return byHand(which, words);
    var swaks = new ProcessBuilder(
            SWAKS.toString(),
            "--server",
            "127.0.0.1:" + kept.kept().smtpPort(),
            "--from",
            which + "@example.com",
            "--to",
            "hello@marlow.example.com",
            "--data",
            words.replace("\n", "\\n"))
        .redirectErrorStream(true)
        .start();
    var said = new String(swaks.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(swaks.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(said).contains("<-  250");
    return swaks.exitValue() == 0;
  }

  private boolean byHand(String which, String words) throws IOException {
    try (var client = new SmtpClient(kept.kept().smtpPort())) {
      return client.send(which + "@example.com", "hello@marlow.example.com", words);
    }
  }
}
