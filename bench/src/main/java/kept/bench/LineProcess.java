package kept.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A [LineServer] in a process of its own, with the launcher's settings, and what it costs.
final class LineProcess implements AutoCloseable {
  /// Whoever calls from here is let in, as a carrier known by its address.
  static final String CALLER_HOST = "127.0.0.2";

  /// As in the launcher.
  private static final List<String> FLAGS = List.of(
      "-XX:+UseSerialGC",
      "-Xms48m",
      "-Xmx384m",
      "-XX:AutoBoxCacheMax=20000",
      "--enable-native-access=ALL-UNNAMED",
      "-Djava.awt.headless=true",
      "-Dfile.encoding=UTF-8");

  private final Path folder = Files.createTempDirectory("kept-bench-line");
  private final Process process;
  private final BufferedReader said;
  final int port;

  /// What the line says of itself. `relayed` and `paced` are the bytes that the threads which
  /// carry and pace audio have asked for.
  record Figures(
      long heap,
      int calls,
      int legs,
      int recordings,
      long failures,
      long turnedAway,
      long relayed,
      long paced) {
    private static Figures of(String line) {
      var each = Stream.of(line.split(" ")).mapToLong(Long::parseLong).toArray();
      return new Figures(
          each[0], (int) each[1], (int) each[2], (int) each[3], each[4], each[5], each[6], each[7]);
    }
  }

  LineProcess() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = Stream.of(
            List.of(java),
            FLAGS,
            List.of("-cp", System.getProperty("java.class.path")),
            List.of(LineServer.class.getName(), folder.toString()))
        .flatMap(List::stream)
        .toList();
    process = new ProcessBuilder(command)
        .redirectError(folder.resolve("line.log").toFile())
        .start();
    said = process.inputReader();
    var ready = said.readLine();
    while (ready != null && !ready.startsWith("ready ")) ready = said.readLine();
    if (ready == null)
      throw new IOException(
          "The line did not start:\n" + Files.readString(folder.resolve("line.log")));
    port = Integer.parseInt(ready.substring("ready ".length()));
  }

  long pid() {
    return process.pid();
  }

  long cpuMillis() {
    return Machine.cpuMillis(pid());
  }

  long compilerMillis() {
    return Machine.compilerMillis(pid());
  }

  Figures figures() throws IOException {
    return ask("figures");
  }

  /// The same with only what lives on its heap.
  Figures collected() throws IOException {
    return ask("collect");
  }

  private Figures ask(String what) throws IOException {
    process.outputWriter().write(what + "\n");
    process.outputWriter().flush();
    var answer = said.readLine();
    if (answer == null)
      throw new IOException("The line died:\n" + Files.readString(folder.resolve("line.log")));
    return Figures.of(answer);
  }

  /// What it wrote to its log so far.
  String log() throws IOException {
    return Files.readString(folder.resolve("line.log"));
  }

  /// What it warned of.
  Stream<String> warnings() throws IOException {
    return log()
        .lines()
        .filter(line -> line.contains(" WARN ")
            || line.contains(" ERROR ")
            || line.contains("OutOfMemoryError"));
  }

  /// Waits until nobody is in a call any more, a minute at most.
  Figures quiet() throws IOException, InterruptedException {
    for (int i = 0; i < 240; i++) {
      var now = figures();
      if (now.calls() == 0 && now.legs() == 0 && now.recordings() == 0) return now;
      Thread.sleep(250);
    }
    return figures();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.outputWriter().close();
    if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    RunningKept.deleteFolder(folder);
  }
}
