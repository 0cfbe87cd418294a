package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The documents lead somewhere, and decisions stay short enough to be read.
class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)");

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    var broken = new ArrayList<String>();
    for (var page : pages()) {
      for (var link : LINK.matcher(Files.readString(page)).results().toList()) {
        var target = page.resolveSibling(link.group(1));
        if (!Files.exists(target)) broken.add(page + " -> " + link.group(1));
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void aDecisionSaysItsFiveParts() throws IOException {
    for (var page : pages()) {
      if (!page.startsWith("docs/adr")) continue;
      assertThat(Files.readAllLines(page)).hasSizeLessThan(60);
      assertThat(Files.readString(page))
          .contains("Status", "Context", "Decision", "Consequences", "What would change our mind");
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> here = Files.list(Path.of("."));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(here.map(page -> Path.of(page.getFileName().toString())), docs)
          .filter(page -> page.toString().endsWith(".md"))
          .toList();
    }
  }
}
