package kept.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import kept.KeptOnAMovedClock;

/// Kept as a process of its own, as a shop runs it, to be killed.
final class KeptProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready http=(\\d+) smtp=(\\d+) .*");

  private final Process process;
  final int http;
  final int smtp;
  final List<String> said;

  private KeptProcess(Process process, int http, int smtp, List<String> said) {
    this.process = process;
    this.http = http;
    this.smtp = smtp;
    this.said = said;
  }

  /// Starts `kept COMMAND` on this folder and waits until it says that it is ready.
  static KeptProcess start(Path data, String command, Map<String, String> settings)
      throws IOException {
    return started(data, List.of("kept.Kept", command), settings);
  }

  /// As `kept start`, on a clock that [KeptOnAMovedClock] moves.
  static KeptProcess startOnMovedClock(Path data, Map<String, String> settings) throws IOException {
    return started(data, List.of(KeptOnAMovedClock.class.getName()), settings);
  }

  /// Runs a command to its end and gives all that it said.
  static String says(Path data, Map<String, String> settings, String... command)
      throws IOException, InterruptedException {
    return says(Long.MAX_VALUE, data, settings, command);
  }

  /// The same where no file may grow larger: to whoever writes, a disk that is full (prlimit(1)).
  static String says(long bytes, Path data, Map<String, String> settings, String... command)
      throws IOException, InterruptedException {
    var main = new ArrayList<>(List.of("kept.Kept"));
    main.addAll(List.of(command));
    var builder = builder(data, main, settings);
    if (bytes < Long.MAX_VALUE)
      builder.command().addAll(0, List.of("prlimit", "--fsize=" + bytes, "--"));
    var process = builder
        .redirectError(ProcessBuilder.Redirect.PIPE)
        .redirectErrorStream(true)
        .start();
    try {
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS))
        throw new IllegalStateException("It does not end: " + said);
      return said;
    } finally {
      process.destroyForcibly();
    }
  }

  private static KeptProcess started(Path data, List<String> main, Map<String, String> settings)
      throws IOException {
    return ready(builder(data, main, settings).start(), logOf(data));
  }

  private static ProcessBuilder builder(
      Path data, List<String> main, Map<String, String> settings) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = System.getProperty("java.class.path");
    var line = new ArrayList<>(List.of(
        java,
        "-XX:+UseSerialGC",
        // It lives for seconds: what the second compiler does never pays.
        "-XX:TieredStopAtLevel=1",
        "-Xmx384m",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        classPath));
    line.addAll(main);
    var builder = new ProcessBuilder(line);
    builder.environment().putAll(settings);
    builder.environment().put("KEPT_DATA", data.toString());
    builder.environment().putIfAbsent("KEPT_HTTP_PORT", "0");
    builder.environment().putIfAbsent("KEPT_SMTP_PORT", "0");
    builder.environment().putIfAbsent("KEPT_SIP_PORT", "0");
    return builder.redirectError(ProcessBuilder.Redirect.appendTo(logOf(data).toFile()));
  }

  /// As the power going would end it.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path logOf(Path data) {
    return data.resolveSibling(data.getFileName() + ".log");
  }

  private static KeptProcess ready(Process process, Path log) throws IOException {
    var said = new ArrayList<String>();
    BufferedReader out = process.inputReader();
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      var match = READY.matcher(line);
      if (!match.matches()) continue;
      Thread.ofVirtual().start(() -> out.lines().forEach(ignored -> {}));
      return new KeptProcess(
          process, Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), said);
    }
    throw new IllegalStateException("Kept did not start: " + said + Files.readString(log));
  }
}
