package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Templates keep to the policy of our pages, which allows nothing inline, and name only icons that
/// we have.
class TemplatesTest {

  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Path SPRITE = Path.of("src/main/resources/static/icons.svg");
  private static final Pattern INLINE = Pattern.compile(
      "\\sstyle=|\\son[a-z]+=|<style|<script(?![^>]*\\ssrc=)|javascript:|hx-on|hx-vals=\"js:");
  private static final Pattern ICON = Pattern.compile("shared\\.icon\\(name = ([^)]*)\\)");
  private static final Pattern NAME = Pattern.compile("\"([a-z-]{3,})\"");

  @Test
  void holdNothingInline() throws IOException {
    assertThat(found(INLINE)).isEmpty();
  }

  @Test
  void nameOnlyIconsThatTheSpriteHas() throws IOException {
    var sprite = Files.readString(SPRITE);
    var missing = new TreeSet<String>();
    for (var icon : found(ICON)) {
      NAME.matcher(icon)
          .results()
          .map(each -> each.group(1))
          .filter(name -> !name.equals("-fill") && !sprite.contains("id=\"" + name + "\""))
          .forEach(missing::add);
    }

    assertThat(missing).isEmpty();
  }

  private static List<String> found(Pattern pattern) throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(TEMPLATES)) {
      for (var file : files.filter(each -> each.toString().endsWith(".jte")).toList()) {
        var matches = pattern.matcher(Files.readString(file)).results().map(MatchResult::group);
        matches.forEach(each -> found.add(file.getFileName() + ": " + each));
      }
    }
    return found;
  }
}
