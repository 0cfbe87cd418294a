package kept.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The SIP tester `sipp` (Debian's sip-tester) playing `callers.xml` or `called.xml`.
final class Sipp implements AutoCloseable {
  private static final Pattern TIME = Pattern.compile("^[0-9.]+;([0-9.]+);\"?([a-z0-9]+)\"?.*");
  private final Path folder = Files.createTempDirectory("kept-bench-sipp");
  private final Process process;

  static boolean isHere() {
    return Files.isExecutable(Path.of("/usr/bin/sipp"));
  }

  Sipp(String scenario, String host, int port, int line, String... options)
      throws IOException, URISyntaxException {
    var file = Path.of(Sipp.class.getResource("/sipp/" + scenario + ".xml").toURI());
    var command = new ArrayList<>(List.of(
        "sipp",
        "127.0.0.1:" + line,
        "-sf",
        file.toString(),
        "-i",
        host,
        "-mi",
        host,
        "-p",
        "" + port,
        "-nostdin",
        "-timer_resol",
        "1",
        "-buff_size",
        "4194304"));
    command.addAll(List.of(options));
    process = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }

  /// Whether it came to its end by itself.
  boolean ends(int seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  /// The times of this name that it wrote down, in its working folder.
  Spread times(String name) throws IOException {
    var times = new Spread(10_000);
    try (var files = Files.newDirectoryStream(folder, "*_rtt.csv")) {
      for (var file : files)
        for (var line : Files.readAllLines(file)) {
          var match = TIME.matcher(line);
          if (match.matches() && match.group(2).equals(name))
            times.add((long) (Double.parseDouble(match.group(1)) * 1e6));
        }
    }
    return times;
  }

  /// A count of its last statistics, from the final column of its screen's file.
  long count(String column) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*_.csv")) {
      for (var file : files) {
        var lines = Files.readAllLines(file);
        var at = List.of(lines.getFirst().split(";")).indexOf(column);
        return Long.parseLong(lines.getLast().split(";")[at]);
      }
    }
    return -1;
  }

  boolean isRunning() {
    return process.isAlive();
  }

  String said() throws IOException {
    var text = Files.readString(folder.resolve("said"));
    return text.substring(Math.max(0, text.length() - 2000));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    RunningKept.deleteFolder(folder);
  }
}
