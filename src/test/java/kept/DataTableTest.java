package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// docs/data.md knows every table that there is: what is kept anew is written down with who may see
/// it.
class DataTableTest {
  private static final Pattern TABLE = Pattern.compile("(?m)^\\s*create table (\\w+)");
  private static final Pattern KIND =
      Pattern.compile("(?m)^\\| [^|]+ \\| (open|shop|words|secret) \\| ([^|]+) \\|");
  private static final Pattern NAMED = Pattern.compile("`([a-z_0-9]+)`");
  private static final Pattern FIELD = Pattern.compile("`([a-z_]+)\\.([a-z_0-9]+)`");

  @Test
  void eachTableStandsThereInOneKindOfData() throws IOException {
    var tables = new TreeSet<String>();
    TABLE.matcher(schema()).results().forEach(each -> tables.add(each.group(1)));

    var listed = new TreeMap<String, Integer>();
    for (var kind : KIND.matcher(page()).results().toList())
      NAMED
          .matcher(kind.group(2))
          .results()
          .forEach(each -> listed.merge(each.group(1), 1, Integer::sum));

    assertThat(tables).hasSizeGreaterThan(60);
    assertThat(listed.keySet()).isEqualTo(tables);
    assertThat(listed.values()).as("each once").allMatch(times -> times == 1);
  }

  @Test
  void eachFieldThatItNamesIsThere() throws IOException {
    var schema = schema();

    var fields = FIELD
        .matcher(page())
        .results()
        .filter(field -> schema.contains("create table " + field.group(1) + " "))
        .toList();

    assertThat(fields).hasSizeGreaterThan(10).allSatisfy(field -> {
      var table = field.group(1);
      var column = "\\b" + field.group(2) + "\\s+(text|jsonb|bytea|timestamptz|int|boolean|uuid)";
      assertThat(schema)
          .containsPattern("(?s)(create|alter) table " + table + "\\b[^;]*?" + column);
    });
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/data.md"));
  }

  private static String schema() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      return files.map(DataTableTest::read).collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
