package kept.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What PostgreSQL writes, in `postgres.log` and two older files of a megabyte each at most.
///
/// The pipe is read even when the disk takes no more: a server that cannot write its log stands
/// still.
final class ServerLog {
  private static final long LARGEST = 1 << 20;
  private static final List<String> COMPLAINTS = List.of("PANIC:  ", "FATAL:  ", "error: ");

  private final Path file;

  ServerLog(Path folder) {
    this.file = folder.resolve("postgres.log");
  }

  Path file() {
    return file;
  }

  /// Writes down what a program says, and when it ends hands over its last complaint, or nothing.
  CompletableFuture<String> follow(Process program) {
    var complaint = new CompletableFuture<String>();
    Thread.ofPlatform()
        .daemon()
        .name("postgres log")
        .start(() -> complaint.complete(copy(program.inputReader(UTF_8))));
    return complaint;
  }

  private String copy(BufferedReader words) {
    var complaint = "";
    try (words) {
      for (var line = words.readLine(); line != null; line = words.readLine()) {
        write(line);
        complaint = complaintIn(line).orElse(complaint);
      }
    } catch (IOException _) {
      // The pipe went with the program.
    }
    return complaint;
  }

  private static Optional<String> complaintIn(String line) {
    return COMPLAINTS.stream()
        .filter(line::contains)
        .map(mark -> line.substring(line.indexOf(mark) + mark.length()))
        .findFirst();
  }

  private void write(String line) {
    try {
      if (Files.exists(file) && Files.size(file) > LARGEST) rotate();
      Files.writeString(file, line + "\n", CREATE, APPEND);
    } catch (IOException _) {
      // There is nowhere left to say it.
    }
  }

  private void rotate() throws IOException {
    var older = file.resolveSibling("postgres.log.1");
    if (Files.exists(older))
      Files.move(older, file.resolveSibling("postgres.log.2"), REPLACE_EXISTING);
    Files.move(file, older, REPLACE_EXISTING);
  }
}
