package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What docs/security.md says of the standard: every line once, with an answer.
class SecurityTableTest {
  private static final Pattern LINE =
      Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| (.+?) \\| (.+) \\|$");
  /// Of ASVS 5.0.0.
  private static final int OF_LEVEL_1 = 70;
  private static final int OF_LEVEL_2 = 183;

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

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/security.md"));
  }
}
