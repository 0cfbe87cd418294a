package kept.promises.hearing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A word list: lines under headings in brackets; a "#" and a blank begin a remark.
record Sheet(Map<String, List<String>> sections) {
  static Sheet read(String language, String name) {
    var path = language + "/" + name + ".txt";
    try (var stream = Sheet.class.getResourceAsStream(path)) {
      if (stream == null) throw new IllegalStateException("The word list " + path + " is missing.");
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return parse(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines under a heading; a sheet need not have every one.
  List<String> lines(String section) {
    return sections.getOrDefault(section, List.of());
  }

  /// Lines like "noon = 12:00".
  Map<String, String> pairs(String section) {
    var pairs = new LinkedHashMap<String, String>();
    for (var line : lines(section)) {
      var parts = line.split(" = ", 2);
      pairs.put(parts[0].strip(), parts[1].strip());
    }
    return pairs;
  }

  /// Lines whose words all belong to the section.
  List<String> words(String section) {
    return lines(section).stream()
        .flatMap(line -> List.of(line.split(" ")).stream())
        .toList();
  }

  private static Sheet parse(List<String> lines) {
    var sections = new LinkedHashMap<String, List<String>>();
    var current = sections.computeIfAbsent("", _ -> new ArrayList<>());
    for (var line : lines) {
      if (line.isBlank() || line.startsWith("# ")) continue;
      if (line.startsWith("[")) {
        var heading = line.substring(1, line.indexOf(']'));
        current = sections.computeIfAbsent(heading, _ -> new ArrayList<>());
      } else current.add(line.strip());
    }
    return new Sheet(sections);
  }
}
