package kept.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What the kernel counts of a process and of the whole machine (proc(5)).
final class Machine {
  private static final long TICKS_PER_SECOND = 100;

  private Machine() {}

  /// Processes that wanted a core in the last minute.
  static String load() {
    return read(Path.of("/proc/loadavg")).split(" ")[0];
  }

  static long cpuMillis(long pid) {
    return ofStat(read(Path.of("/proc/" + pid + "/stat")));
  }

  /// What Java's compiler took of that.
  static long compilerMillis(long pid) {
    long millis = 0;
    try (var threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
      for (var thread : threads) {
        var stat = read(thread.resolve("stat"));
        if (stat.contains("(C1 Compiler") || stat.contains("(C2 Compiler")) millis += ofStat(stat);
      }
    } catch (IOException gone) {
      return millis;
    }
    return millis;
  }

  private static long ofStat(String stat) {
    if (stat.isEmpty()) return 0;
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000 / TICKS_PER_SECOND;
  }

  static long residentMegabytes(long pid) {
    return status(pid, "VmRSS") / 1024;
  }

  static long threads(long pid) {
    return status(pid, "Threads");
  }

  static long openFiles(long pid) {
    try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return files.count();
    } catch (IOException gone) {
      return 0;
    }
  }

  private static long status(long pid, String field) {
    var line = Pattern.compile("(?m)^" + field + ":\\s+(\\d+)")
        .matcher(read(Path.of("/proc/" + pid + "/status")));
    return line.find() ? Long.parseLong(line.group(1)) : 0;
  }

  /// A process that ended in between counts nothing more.
  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      return "";
    }
  }
}
