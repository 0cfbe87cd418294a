package kept.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A Kept as a shop runs it, in a process of its own with the launcher's settings, and what it
/// costs: CPU and memory of it and its PostgreSQL together, as the kernel counts them (proc(5)).
final class RunningKept implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("ready http=(\\d+) smtp=(\\d+)(?: sip=(\\d+))? .*");
  private static final long TICKS_PER_SECOND = 100;

  private final Process process;
  final int http;
  final int smtp;
  /// -1 while nothing is set up that could ring.
  final int sip;
  final Duration toReady;

  private RunningKept(Process process, Matcher ready, Duration toReady) {
    this.process = process;
    this.http = Integer.parseInt(ready.group(1));
    this.smtp = Integer.parseInt(ready.group(2));
    this.sip = ready.group(3) == null ? -1 : Integer.parseInt(ready.group(3));
    this.toReady = toReady;
  }

  static RunningKept start(Path data) throws IOException {
    return start(data, Map.of());
  }

  static RunningKept start(Path data, Map<String, String> settings) throws IOException {
    var begun = System.nanoTime();
    var launcher = Path.of("kept").toAbsolutePath().toString();
    var builder = new ProcessBuilder(launcher, "start");
    builder.environment().putAll(settings);
    builder.environment().put("KEPT_DATA", data.toString());
    builder.environment().put("KEPT_HTTP_PORT", "0");
    builder.environment().put("KEPT_SMTP_PORT", "0");
    builder.environment().put("KEPT_SIP_PORT", "0");
    builder.environment().put("KEPT_BIND", "127.0.0.1");
    builder.redirectError(data.resolveSibling(data.getFileName() + ".log").toFile());
    var process = builder.start();
    BufferedReader out = process.inputReader();
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      var match = READY.matcher(line);
      if (!match.matches()) continue;
      var toReady = Duration.ofNanos(System.nanoTime() - begun);
      return new RunningKept(process, match, toReady);
    }
    throw new IOException("Kept did not start; see " + data + ".log");
  }

  /// Milliseconds of CPU that it and its PostgreSQL have used so far.
  long cpuMillis() throws IOException {
    long ticks = 0;
    for (var each : family()) {
      var stat = read(Path.of("/proc/" + each.pid() + "/stat"));
      if (stat.isEmpty()) continue;
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }
    return ticks * 1000 / TICKS_PER_SECOND;
  }

  /// Megabytes of memory that are its own: proportional set size, so shared pages count once.
  long memoryMegabytes() throws IOException {
    long kilobytes = 0;
    for (var each : family()) {
      var rollup = read(Path.of("/proc/" + each.pid() + "/smaps_rollup"));
      var pss = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB").matcher(rollup);
      if (pss.find()) kilobytes += Long.parseLong(pss.group(1));
    }
    return kilobytes / 1024;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
  }

  static void deleteFolder(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  private List<ProcessHandle> family() {
    var all = new ArrayList<>(List.of(process.toHandle()));
    try (Stream<ProcessHandle> descendants = process.descendants()) {
      all.addAll(descendants.toList());
    }
    return all;
  }

  /// A process that ended in between has cost nothing more.
  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
