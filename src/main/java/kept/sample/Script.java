package kept.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kept.conversations.Channel;

/// The story as it is written in `resources/sample`, read for one day and put in order of time.
///
/// `0 10:36 chuck call | The 42″ came cracked.` is a step: day (0 is today), time, who, verb and
/// what goes with it, then the words. `= tv chuck call | Cracked TV` begins a matter. `#` is a
/// remark.
final class Script {
  private static final List<String> FILES = List.of("people", "years", "weeks", "today");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT);

  private final SampleDay day;
  private final Map<String, Matter> matters = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private String matter = "";

  private Script(SampleDay day) {
    this.day = day;
  }

  static Script read(SampleDay day) {
    var script = new Script(day);
    FILES.forEach(script::readFile);
    script.steps.sort(Comparator.comparing(Step::at));
    return script;
  }

  List<Step> steps() {
    return steps;
  }

  Matter matter(String key) {
    return Objects.requireNonNull(matters.get(key), () -> "There is no matter " + key);
  }

  static LocalTime time(String text) {
    return LocalTime.parse(text, TIME);
  }

  private void readFile(String name) {
    var in = Objects.requireNonNull(Script.class.getResourceAsStream("/sample/" + name + ".txt"));
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(this::readLine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readLine(String line) {
    var bar = line.indexOf('|');
    var parts = List.of((bar < 0 ? line : line.substring(0, bar)).strip().split(" "));
    var words = bar < 0 ? "" : day.say(line.substring(bar + 1).strip());
    if (parts.getFirst().equals("=")) {
      matter = parts.get(1);
      var begun = new Matter(parts.get(2), Channel.of(parts.get(3)), words);
      if (matters.put(matter, begun) != null)
        throw new IllegalStateException("There are two matters " + matter);
      return;
    }
    var at = day.at(Integer.parseInt(parts.get(0)), time(parts.get(1)));
    steps.add(
        new Step(at, matter, parts.get(2), parts.get(3), parts.subList(4, parts.size()), words));
  }
}
