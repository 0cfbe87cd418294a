package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What docs/limits.md says of each limit is what its constant says, and what it quotes is what
/// people read.
class LimitsTableTest {
  private static final Path PAGE = Path.of("docs/limits.md");
  private static final Pattern LIMIT =
      Pattern.compile("(?m)^\\| [^|]+ \\| ([^|]+) \\| `(\\w+)\\.(\\w+)`[^|]* \\|");
  private static final Pattern QUOTED = Pattern.compile("“([^”]+)”");
  private static final Pattern CONSTRAINT = Pattern.compile("`([a-z]+(?:_[a-z0-9]+)+)`");
  private static final String LENGTH =
      "Duration\\s*\\.of(Millis|Seconds|Minutes|Hours|Days)\\(([\\d_]+)\\)";
  private static final Pattern TIME = Pattern.compile(LENGTH);
  private static final Pattern BUCKETS =
      Pattern.compile("new Buckets\\(\\s*secrets,\\s*clock,\\s*(\\d+),\\s*" + LENGTH + "\\)");
  private static final Pattern LETTERS = Pattern.compile("new Limit\\(\\s*([\\d_]+),.*");
  private static final Pattern PRODUCT = Pattern.compile("([\\d_]+)L?(?: (\\*|<<) ([\\d_]+))*");
  private static final List<Path> SOURCES = sources();

  @Test
  void eachNumberIsTheOneInTheCode() throws IOException {
    var limits = LIMIT.matcher(Files.readString(PAGE)).results().toList();

    assertThat(limits).hasSizeGreaterThan(100);
    assertThat(limits).allSatisfy(limit -> {
      var value = value(limit.group(2), limit.group(3));
      if (!value.isEmpty()) assertThat(written(limit.group(1))).as(name(limit)).contains(value);
    });
  }

  @Test
  void whatIsQuotedIsWhatPeopleRead() throws IOException {
    var said = SOURCES.stream().map(LimitsTableTest::read).collect(Collectors.joining());
    var joined = said.replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\"");

    var quoted = QUOTED.matcher(Files.readString(PAGE)).results().toList();

    assertThat(quoted).hasSizeGreaterThan(60);
    assertThat(quoted)
        .extracting(quote -> quote.group(1).replaceAll("^… | …$", ""))
        .allSatisfy(quote -> assertThat(joined.contains(quote)).as(quote).isTrue());
  }

  @Test
  void eachCombinationNamesItsTestAndEachConstraintIsInTheSchema() throws IOException {
    var second = Files.readString(PAGE).split("\n## What has to fit together\n")[1];

    var lines = second
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| what"))
        .filter(line -> !line.startsWith("| ---"))
        .toList();

    assertThat(lines)
        .hasSizeGreaterThan(30)
        .allSatisfy(line -> assertThat(line).containsPattern("`\\w+Test`"));
    var schema = schema();
    assertThat(CONSTRAINT.matcher(second).results().map(each -> each.group(1)))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(schema.contains(name)).as(name).isTrue());
  }

  /// As the page has to write it; nothing for what is neither number nor time.
  private static String value(String type, String name) {
    var constant = Pattern.compile("\\b" + name + "\\s*=\\s*([^;]+);");
    var given = SOURCES.stream()
        .filter(file -> file.endsWith(type + ".java"))
        .map(LimitsTableTest::read)
        .flatMap(source -> constant.matcher(source).results())
        .map(match -> match.group(1).strip())
        .toList();
    assertThat(given).as(type + "." + name).isNotEmpty();
    return plain(given.getFirst());
  }

  private static String plain(String given) {
    var buckets = BUCKETS.matcher(given);
    if (buckets.matches()) return buckets.group(1) + ", then one in " + time(buckets, 2);
    var time = TIME.matcher(given);
    if (time.matches()) return time(time, 1);
    var letters = LETTERS.matcher(given);
    if (letters.matches()) return letters.group(1).replace("_", "");
    return PRODUCT.matcher(given).matches() ? Long.toString(product(given)) : "";
  }

  private static String time(MatchResult match, int at) {
    var unit = match.group(at).toLowerCase(Locale.ROOT).replaceAll("s$", "");
    return millis(
        length(match.group(at + 1).replace("_", ""), unit.equals("milli") ? "millisecond" : unit));
  }

  private static long product(String given) {
    var parts = given.replace("_", "").replace("L", "").split(" ");
    var product = Long.parseLong(parts[0]);
    for (var i = 1; i < parts.length; i += 2) {
      var by = Long.parseLong(parts[i + 1]);
      product = parts[i].equals("*") ? product * by : product << by;
    }
    return product;
  }

  /// What the page's words may mean: a megabyte is a million bytes or 2 to the power of 20.
  private static List<String> written(String words) {
    var meant = new ArrayList<String>();
    var plain = words.replace(",000", "000").strip();
    var time = Pattern.compile(
            "((?:\\d+, then one in )?)([\\d.]+) (millisecond|second|minute|hour|day)s?\\b.*")
        .matcher(plain);
    if (time.matches()) meant.add(time.group(1) + millis(length(time.group(2), time.group(3))));
    var number = Pattern.compile("(\\d+)( KB| MB)?\\b.*").matcher(plain);
    if (!number.matches()) return meant;
    var amount = Long.parseLong(number.group(1));
    var unit = number.group(2) == null ? "" : number.group(2).strip();
    switch (unit) {
      case "KB" -> meant.addAll(List.of("" + amount * 1000, "" + (amount << 10)));
      case "MB" -> meant.addAll(List.of("" + amount * 1_000_000, "" + (amount << 20)));
      default -> meant.add("" + amount);
    }
    return meant;
  }

  private static Duration length(String amount, String unit) {
    var many = Long.parseLong(amount);
    return switch (unit) {
      case "millisecond" -> Duration.ofMillis(many);
      case "second" -> Duration.ofSeconds(many);
      case "minute" -> Duration.ofMinutes(many);
      case "hour" -> Duration.ofHours(many);
      default -> Duration.ofDays(many);
    };
  }

  private static String millis(Duration length) {
    return length.toMillis() + " ms";
  }

  private static String name(MatchResult limit) {
    return limit.group(2) + "." + limit.group(3);
  }

  private static String schema() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      return files.map(LimitsTableTest::read).collect(Collectors.joining());
    }
  }

  private static List<Path> sources() {
    try (var java = Files.walk(Path.of("src/main/java"));
        var pages = Files.walk(Path.of("src/main/jte"))) {
      return Stream.concat(java, pages).filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
