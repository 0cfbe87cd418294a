package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What STYLE.md says of every file, looked for in every file.
class HouseRulesTest {
  @Test
  void nobodyAsksTheWallClock() throws IOException {
    assertThat(saying(
            "(Instant|LocalDate|LocalDateTime|ZonedDateTime)\\.now\\(\\)|currentTimeMillis",
            "src/main/java"))
        .isEmpty();
  }

  @Test
  void theDatabaseKnowsNoNow() throws IOException {
    assertThat(
            saying("(?i)\\bnow\\(\\)|current_timestamp|clock_timestamp", "src/main/resources/db"))
        .isEmpty();
    assertThat(
            saying("(?i)[=,<>(]\\s*now\\(\\)|current_timestamp|clock_timestamp", "src/main/java"))
        .isEmpty();
  }

  @Test
  void pagesHaveNothingInline() throws IOException {
    assertThat(saying("(?i)\\sstyle=|\\son[a-z]+=|<style|<script(?![^>]*\\ssrc=)", "src/main/jte"))
        .isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    try (var folders = Files.walk(Path.of("src/main/java/kept"))) {
      var unmarked = folders
          .filter(Files::isDirectory)
          .filter(HouseRulesTest::hasClasses)
          .filter(folder -> !read(folder.resolve("package-info.java")).contains("NullMarked"))
          .toList();

      assertThat(unmarked).isEmpty();
    }
  }

  private static List<String> saying(String pattern, String folder) throws IOException {
    var wanted = Pattern.compile(pattern);
    try (var files = Files.walk(Path.of(folder))) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> read(file)
              .lines()
              .filter(line -> wanted.matcher(line).find())
              .map(line -> file + ": " + line.strip()))
          .toList();
    }
  }

  private static boolean hasClasses(Path folder) {
    try (var files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
