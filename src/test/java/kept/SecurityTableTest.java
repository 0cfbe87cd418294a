package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What docs/security.md says of the standard: every line once, with an answer, and every test that
/// it names is there.
class SecurityTableTest {
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)`");
  private static final Pattern LINE =
      Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| (.+?) \\| (.+) \\|$");
  /// Of ASVS 5.0.0.
  private static final int OF_LEVEL_1 = 70;
  private static final int OF_LEVEL_2 = 183;

  @Test
  void everyTestThatItNamesIsThere() throws IOException {
    var named = NAMED.matcher(page()).results().map(each -> each.group(1)).toList();

    assertThat(named).hasSizeGreaterThan(100);
    assertThat(tests()).containsAll(named);
  }

  @Test
  void everyLineOfBothLevelsIsAnsweredOnce() throws IOException {
    var lines = LINE.matcher(page()).results().toList();

    assertThat(lines).extracting(line -> line.group(1)).doesNotHaveDuplicates();
    assertThat(lines.stream().filter(line -> line.group(2).equals("1"))).hasSize(OF_LEVEL_1);
    assertThat(lines.stream().filter(line -> line.group(2).equals("2"))).hasSize(OF_LEVEL_2);
    assertThat(lines)
        .extracting(line -> line.group(4))
        .allSatisfy(answer -> assertThat(answer).hasSizeGreaterThan(8));
  }

  private static Set<String> tests() throws IOException {
    try (var files = Files.walk(Path.of("src/test/java"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/security.md"));
  }
}
