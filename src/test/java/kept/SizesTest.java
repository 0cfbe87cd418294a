package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Files stay short enough to be read in one sitting (STYLE.md, section 4).
class SizesTest {
  @Test
  void javaFilesStayUnder250Lines() throws IOException {
    assertThat(longerThan(250, "src/main/java", ".java")).isEmpty();
  }

  @Test
  void testsStayUnder300Lines() throws IOException {
    assertThat(longerThan(300, "src/test/java", ".java")).isEmpty();
  }

  @Test
  void templatesStayUnder80Lines() throws IOException {
    assertThat(longerThan(80, "src/main/jte", ".jte")).isEmpty();
  }

  @Test
  void styleSheetsStayUnder250Lines() throws IOException {
    assertThat(longerThan(250, "src/main/resources/static/css", ".css")).isEmpty();
  }

  @Test
  void scriptsStayUnder120Lines() throws IOException {
    assertThat(longerThan(120, "src/main/resources/static/js", ".js")).isEmpty();
  }

  private static List<String> longerThan(int limit, String folder, String ending)
      throws IOException {
    var tooLong = new ArrayList<String>();
    try (var files = Files.walk(Path.of(folder))) {
      for (var file : files.filter(file -> file.toString().endsWith(ending)).toList()) {
        var lines = Files.readAllLines(file).size();
        if (lines > limit) tooLong.add(file + " has " + lines);
      }
    }
    return tooLong;
  }
}
