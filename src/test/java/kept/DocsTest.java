package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The documents lead somewhere, and decisions stay short enough to be read.
class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)`");

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
  void everyTestThatTheyNameIsThere() throws IOException {
    var named = new TreeSet<String>();
    for (var page : pages())
      if (!page.startsWith("STYLE.md")) // its names are examples
      NAMED.matcher(Files.readString(page)).results().forEach(each -> named.add(each.group(1)));

    assertThat(named).hasSizeGreaterThan(100);
    assertThat(tests()).containsAll(named);
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

  private static Set<String> tests() throws IOException {
    try (var files = Files.walk(Path.of("src/test/java"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
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
