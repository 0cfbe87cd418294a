package kept.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kept.platform.Refusal;

/// A Kept in a process of its own that does nothing but keep its database running, to be killed by
/// tests.
record ChildKept(Process process, String said) implements AutoCloseable {
  static final String READY = "ready";

  private static final String MARK = "child: ";

  public static void main(String[] arguments) throws IOException {
    try (var folder = DataFolder.lock(Path.of(arguments[0]));
        var _ = EmbeddedPostgres.start(folder)) {
      System.out.println(MARK + READY);
      var _ = System.in.read();
    } catch (Refusal e) {
      System.out.println(MARK + e.getMessage());
    }
  }

  static ChildKept on(Path folder) throws IOException {
    return on(folder, List.of(), Map.of());
  }

  /// Comes back when the child is ready or has refused. `before` goes before its command.
  static ChildKept on(Path folder, List<String> before, Map<String, String> environment)
      throws IOException {
    var command = new ArrayList<>(before);
    command.addAll(
        List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(
        "-cp",
        System.getProperty("java.class.path"),
        ChildKept.class.getName(),
        folder.toString()));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var words = process.inputReader();
    for (var line = words.readLine(); line != null; line = words.readLine()) {
      if (line.startsWith(MARK)) return new ChildKept(process, line.substring(MARK.length()));
      System.out.println(line);
    }
    throw new IOException("the child ended without a word");
  }

  /// As `kill -9` does it.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
