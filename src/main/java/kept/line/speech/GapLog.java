package kept.line.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The log of a recording's gaps: JSON, one moment a line, in a file named like the recording with
/// `.gaps` behind it.
///
/// ```json
/// {"paused":163840,"at":"2026-03-10T09:00:20.480Z","by":"Priya"}
/// {"resumed":400000,"at":"2026-03-10T09:00:50Z","by":"Priya"}
/// ```
final class GapLog {
  private static final Pattern LINE = Pattern.compile(
      "\\{\"(paused|resumed)\":(\\d{1,18}),\"at\":\"([^\"]+)\",\"by\":\"((?:[^\"\\\\]|\\\\.)*)\"}");

  private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-f]{4})");

  private GapLog() {}

  static Path of(Path recording) {
    return recording.resolveSibling(recording.getFileName() + ".gaps");
  }

  static String line(boolean pause, long sample, Instant at, String by) {
    return "{\"%s\":%d,\"at\":\"%s\",\"by\":\"%s\"}\n"
        .formatted(pause ? "paused" : "resumed", sample, at, escaped(by));
  }

  /// What was logged whole; a line that a crash tore is passed by.
  static List<Gap> read(Path recording) throws IOException {
    var log = of(recording);
    var gaps = new ArrayList<Gap>();
    if (!Files.exists(log)) return gaps;
    for (var line : new String(Files.readAllBytes(log), StandardCharsets.UTF_8).split("\n", -1)) {
      var moment = LINE.matcher(line);
      if (!moment.matches()) continue;
      try {
        note(
            gaps,
            "paused".equals(moment.group(1)),
            Long.parseLong(moment.group(2)),
            Instant.parse(moment.group(3)),
            plain(moment.group(4)));
      } catch (DateTimeParseException torn) {
        // Half a time is no time.
      }
    }
    return gaps;
  }

  private static void note(List<Gap> gaps, boolean pause, long sample, Instant at, String by) {
    if (pause) gaps.add(new Gap(sample, Gap.OPEN, at, by, null, null));
    else if (!gaps.isEmpty()) gaps.add(gaps.removeLast().resumed(sample, at, by));
  }

  /// Whatever is not a plain character of ASCII is written by its number.
  private static String escaped(String text) {
    var json = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean plain = letter >= ' ' && letter < 0x7F && letter != '"' && letter != '\\';
      json.append(
          plain ? String.valueOf(letter) : String.format(Locale.ROOT, "\\u%04x", (int) letter));
    }
    return json.toString();
  }

  private static String plain(String json) {
    return ESCAPED
        .matcher(json)
        .replaceAll(found ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
