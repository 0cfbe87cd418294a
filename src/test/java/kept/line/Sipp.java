package kept.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import kept.TestPorts;
import kept.line.sip.Credentials;

/// The SIP tester `sipp` (Debian's sip-tester) playing one scenario of
/// src/test/resources/sipp.
public final class Sipp implements AutoCloseable {
  private static final Path SCENARIOS = Path.of("src/test/resources/sipp").toAbsolutePath();
  /// Where it hears: sound and reports, and again for pictures.
  private static final int SOUND = 4;
  private final String scenario;
  private final Process process;
  private final Path folder;

  private Sipp(String scenario, Process process, Path folder) {
    this.scenario = scenario;
    this.process = process;
    this.folder = folder;
  }

  /// Starts it against a server; further words are options of sipp's own.
  public static Sipp start(String scenario, String from, int port, String... options)
      throws IOException {
    var folder = Files.createTempDirectory("sipp");
    var command = new ArrayList<>(List.of(
        "sipp",
        (from.indexOf(':') < 0 ? "127.0.0.1:" : "[::1]:") + port,
        "-sf",
        SCENARIOS.resolve(scenario + ".xml").toString(),
        "-i",
        from,
        "-mi",
        from,
        "-mp",
        "" + TestPorts.next(SOUND),
        "-nostdin",
        "-timeout",
        "40s",
        "-timeout_error",
        "-trace_err",
        "-trace_msg",
        "-message_file",
        folder.resolve("messages.log").toString(),
        "-error_file",
        folder.resolve("errors.log").toString()));
    command.addAll(List.of(options));
    if (!command.contains("-p")) command.addAll(List.of("-p", "" + TestPorts.next()));
    if (!command.contains("-m")) command.addAll(List.of("-m", "1"));
    var process = new ProcessBuilder(command)
        .directory(SCENARIOS.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.log").toFile())
        .start();
    return new Sipp(scenario, process, folder);
  }

  /// A phone that registers with this user's secret, then plays a scenario on the same port.
  public static Sipp phone(String scenario, String user, int port, String... options)
      throws IOException, InterruptedException {
    return phone(scenario, new Credentials(user, "pw" + user), port, options);
  }

  public static Sipp phone(String scenario, Credentials proof, int port, String... options)
      throws IOException, InterruptedException {
    var user = proof.user();
    var from = "" + TestPorts.next();
    var users = Files.createTempFile("user", ".csv");
    Files.writeString(
        users,
        "SEQUENTIAL\n" + user + ";[authentication username=" + user + " password="
            + proof.password() + "]\n");
    play("register-digest", "127.0.0.1", port, "-p", from, "-inf", users.toString());
    var all = new ArrayList<>(List.of("-p", from, "-inf", users.toString(), "-aa"));
    all.addAll(List.of(options));
    return start(scenario, "127.0.0.1", port, all.toArray(String[]::new));
  }

  /// Waits for its end, which has to be a good one.
  public void passes() throws IOException, InterruptedException {
    assertThat(process.waitFor(45, TimeUnit.SECONDS)).as("%s ends", scenario).isTrue();
    assertThat(process.exitValue()).as("%s: %s", scenario, said()).isZero();
  }

  /// Waits for its end, whatever it is.
  public void ends() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", scenario).isTrue();
  }

  /// All that it sent and received so far.
  public String messages() throws IOException {
    var file = folder.resolve("messages.log");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  public static void play(String scenario, String from, int port, String... options)
      throws IOException, InterruptedException {
    try (var sipp = start(scenario, from, port, options)) {
      sipp.passes();
    }
  }

  /// Calls until there is time for the call, as whoever hears 503 with Retry-After does; what its
  /// end was.
  public static Sipp patiently(Callable<Sipp> calling) throws Exception {
    for (int times = 1; ; times++) {
      try (var call = calling.call()) {
        call.ends();
        if (times == 3 || !call.messages().contains("Retry-After: ")) return call;
      }
    }
  }

  private String said() throws IOException {
    var words = new StringBuilder();
    for (var name : List.of("errors.log", "messages.log")) {
      var file = folder.resolve(name);
      if (Files.exists(file)) words.append(Files.readString(file));
    }
    return words.length() > 6000 ? words.substring(words.length() - 6000) : words.toString();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
