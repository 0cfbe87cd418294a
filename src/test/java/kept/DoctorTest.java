package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import kept.platform.KeptClock;
import kept.platform.TestPostgres;
import kept.platform.http.WebSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  @TempDir
  private Path data;

  @Test
  void aMachineThatIsWellNeedsNothing() {
    var said = new ByteArrayOutputStream();

    var well = doctor(config(data, 0, null, null))
        .report(new PrintStream(said, true, StandardCharsets.UTF_8));

    assertThat(well).as(said.toString(StandardCharsets.UTF_8)).isTrue();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("ok    Java", "The database answers", "Nothing has to be done.");
  }

  @Test
  void saysWhoseAPortIsNot() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = other.getLocalPort();

      assertThat(toDo(config(data, port, null, null)))
          .containsExactly(
              "Port " + port + " is taken by another program. Stop it or set KEPT_HTTP_PORT.");
    }
  }

  @Test
  void saysThatARelayDoesNotAnswer() throws Exception {
    int closed;
    try (var gone = new ServerSocket(0)) {
      closed = gone.getLocalPort();
    }

    assertThat(toDo(config(data, 0, null, "smtp://127.0.0.1:" + closed)))
        .singleElement()
        .asString()
        .startsWith("The relay cannot be used now: ");
  }

  @Test
  void saysThatAFolderCannotBeWritten() throws Exception {
    var inTheWay = Files.createFile(data.resolve("file"));

    assertThat(toDo(config(inTheWay.resolve("data"), 0, null, null)))
        .anyMatch(words -> words.startsWith("Kept may not write to " + inTheWay));
  }

  @Test
  void passwordsDoNotTravelInTheClear() {
    assertThat(toDo(config(data, 0, "http://192.0.2.1", null)))
        .singleElement()
        .asString()
        .contains("https");
  }

  private static List<String> toDo(Config config) {
    return doctor(config).findings().stream()
        .filter(Finding.ToDo.class::isInstance)
        .map(Finding::words)
        .toList();
  }

  private static Doctor doctor(Config config) {
    return new Doctor(config, new KeptClock());
  }

  private static Config config(
      Path data, int httpPort, @Nullable String publicUrl, @Nullable String relay) {
    var address = TestPostgres.newDatabase();
    var url = address.url() + "&user=" + address.user() + "&password=" + address.password();
    var web = new WebSettings("127.0.0.1", httpPort, publicUrl, Set.of());
    return new Config(
        Config.Ground.in(data, url),
        web,
        new Config.Mail("127.0.0.1", 0, relay),
        new Config.Phone("127.0.0.1", 0, 20000, 29999, null));
  }
}
