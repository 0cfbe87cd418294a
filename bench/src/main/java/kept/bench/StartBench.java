package kept.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// How long from typing `./kept start` (built) to `ready`: first, with and without what the last
/// run
/// left behind, after kill -9; and memory idle.
final class StartBench {
  private StartBench() {}

  static void run() throws Exception {
    var data = Files.createTempDirectory("kept-bench").resolve("shop");
    Files.createDirectories(data);
    try (var first = RunningKept.start(data)) {
      print("start, first", first);
    }
    forgetTheLastRun();
    try (var bare = RunningKept.start(data)) {
      print("start, nothing left behind", bare);
    }
    for (int i = 0; i < 3; i++) {
      try (var warm = RunningKept.start(data)) {
        print("start, warm", warm);
      }
    }
    RunningKept.start(data).kill();
    try (var killed = RunningKept.start(data)) {
      print("start, after kill -9", killed);
      printIdle(killed);
    }
    RunningKept.deleteFolder(data.getParent());
  }

  /// What the launcher has Java leave behind for the next start.
  private static void forgetTheLastRun() throws IOException {
    try (var left = Files.newDirectoryStream(Path.of("target"), "kept-*.aot")) {
      for (var file : left) Files.delete(file);
    }
  }

  static void printIdle(RunningKept kept) throws Exception {
    Thread.sleep(5_000);
    System.out.printf(Locale.ROOT, "%-28s %6d MB%n", "memory, idle", kept.memoryMegabytes());
  }

  static void print(String what, RunningKept kept) {
    System.out.printf(Locale.ROOT, "%-28s %6.2f s%n", what, kept.toReady.toMillis() / 1000.0);
  }
}
