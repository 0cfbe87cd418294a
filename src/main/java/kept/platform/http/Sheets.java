package kept.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

/// Which style files make up which sheet, in the order of authority. A new component adds one line
/// here.
final class Sheets {

  private static final List<String> FOUNDATION =
      List.of("layers", "fonts", "reset", "tokens", "base", "layout");

  private static final List<String> COMPONENTS = List.of(
      "components/marks",
      "components/buttons",
      "components/faces",
      "components/hues",
      "components/chips",
      "components/string",
      "components/fields");

  private static final List<String> DESK = List.of(
      "components/rail",
      "components/banners",
      "components/pop",
      "components/dialogs",
      "components/lists",
      "components/promise-row",
      "components/wait-row",
      "components/heard",
      "components/composer",
      "components/timeline",
      "components/player",
      "components/said",
      "components/new-time",
      "components/day-line",
      "components/week",
      "components/steps",
      "components/paths",
      "components/bill",
      "components/forced",
      "screens/page",
      "screens/today",
      "screens/conversation",
      "screens/thread",
      "screens/context",
      "screens/call",
      "screens/call-narrow",
      "screens/person",
      "screens/promises",
      "screens/alone",
      "screens/set-up",
      "screens/settings",
      "screens/hours",
      "screens/front-door",
      "screens/phone");

  /// What a customer's page loads stays small: no rail, no rows, no composer.
  private static final List<String> VISITOR = List.of("screens/visitor", "screens/book");

  static final Map<String, List<List<String>>> ALL = Map.of(
      "desk.css", List.of(FOUNDATION, COMPONENTS, DESK, List.of("utilities")),
      "visitor.css", List.of(FOUNDATION, COMPONENTS, VISITOR, List.of("utilities")));

  private Sheets() {}

  static byte[] join(List<List<String>> parts, Map<String, byte[]> files) {
    var sheet = new ByteArrayOutputStream();
    for (var name : parts.stream().flatMap(List::stream).toList()) {
      var bytes = files.get("css/" + name + ".css");
      if (bytes == null) throw new IllegalStateException("There is no style file " + name + ".");
      sheet.writeBytes(bytes);
    }
    return squeeze(sheet.toString(UTF_8)).getBytes(UTF_8);
  }

  /// Comments and indents are for readers of the source; a phone on a slow line need not fetch
  /// them.
  private static String squeeze(String css) {
    return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s*\\n\\s*", "\n").strip();
  }
}
