package kept.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The sample mails of other people's test suites, each suite with its licence beside it.
final class Corpus {
  static final Path ROOT = Path.of("src/test/resources/mail");

  private Corpus() {}

  static List<Path> all() {
    return under(ROOT);
  }

  static List<Path> under(Path folder) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml") || file.toString().endsWith(".msg"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static IncomingMail read(Path file) {
    return MailReader.read(bytes(file));
  }
}
