package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  @Test
  void itSaysAtTheEndHowManyOfEachThereAre() throws IOException {
    var page = page();

    var kinds = LINE.matcher(page)
        .results()
        .collect(Collectors.groupingBy(line -> kind(line.group(4)), Collectors.counting()));

    assertThat(page)
        .endsWith("%d proven, %d do not apply, %d decided otherwise, %d open.\n"
            .formatted(
                kinds.getOrDefault("proven", 0L),
                kinds.getOrDefault("n/a", 0L),
                kinds.getOrDefault("decided otherwise", 0L),
                kinds.getOrDefault("open", 0L)));
  }

  @Test
  void whatIsDecidedOtherwiseSaysWhatAShopDoes() throws IOException {
    var page = page();
    var told = page.substring(page.indexOf("## Decided otherwise"), page.indexOf("## The lines"));

    assertThat(LINE.matcher(page).results())
        .filteredOn(line -> kind(line.group(4)).equals("decided otherwise"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(told).containsPattern("[ |]" + line.group(1) + "[ ,]"));
  }

  /// What is open in part is open.
  private static String kind(String answer) {
    if (answer.contains("**open**")) return "open";
    if (answer.contains("**decided otherwise**")) return "decided otherwise";
    return answer.startsWith("n/a") ? "n/a" : "proven";
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/security.md"));
  }
}
