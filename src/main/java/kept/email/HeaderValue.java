package kept.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A structured header such as `text/plain; charset=utf-8`: its first word in lower case, and its
/// parameters with RFC 2231 pieces put together and decoded.
record HeaderValue(String value, Map<String, String> parameters) {
  private static final Pattern NAME = Pattern.compile("([^*]+)(?:\\*(\\d{1,4}))?(\\*)?");

  private record Piece(String text, boolean extended) {}

  static HeaderValue parse(@Nullable String text) {
    var segments = segments(text == null ? "" : text);
    var plain = new LinkedHashMap<String, String>();
    var pieces = new LinkedHashMap<String, SortedMap<Integer, Piece>>();
    for (var segment : segments.subList(1, segments.size())) {
      int equals = segment.indexOf('=');
      if (equals < 1) continue;
      var name = NAME.matcher(segment.substring(0, equals).strip().toLowerCase(Locale.ROOT));
      if (!name.matches()) continue;
      var value = unquoted(segment.substring(equals + 1).strip());
      if (name.group(2) == null && name.group(3) == null) {
        plain.putIfAbsent(name.group(1), EncodedWords.decode(value));
      } else {
        int place = name.group(2) == null ? 0 : Integer.parseInt(name.group(2));
        pieces
            .computeIfAbsent(name.group(1), _ -> new TreeMap<>())
            .putIfAbsent(place, new Piece(value, name.group(3) != null));
      }
    }
    pieces.forEach((name, parts) -> plain.put(name, joined(parts)));
    return new HeaderValue(firstWord(segments.getFirst()), Map.copyOf(plain));
  }

  @Nullable
  String parameter(String name) {
    return parameters.get(name);
  }

  /// Splits at semicolons that are not inside quotes.
  private static List<String> segments(String text) {
    var segments = new ArrayList<String>();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quoted) i++;
      else if (c == '"') quoted = !quoted;
      else if (c == ';' && !quoted) {
        segments.add(text.substring(from, i));
        from = i + 1;
      }
    }
    segments.add(text.substring(Math.min(from, text.length())));
    return segments;
  }

  private static String firstWord(String segment) {
    return segment
        .replaceAll("\\([^()]*\\)", "")
        .strip()
        .split("\\s", 2)[0]
        .toLowerCase(Locale.ROOT);
  }

  private static String unquoted(String value) {
    if (!value.startsWith("\"")) return value;
    var inside = new StringBuilder();
    for (int i = 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"') break;
      // Windows programs write C:\papers\bill.pdf without doubling the backslash.
      if (c == '\\' && i + 1 < value.length() && "\"\\".indexOf(value.charAt(i + 1)) >= 0)
        c = value.charAt(++i);
      inside.append(c);
    }
    return inside.toString();
  }

  private static String joined(SortedMap<Integer, Piece> pieces) {
    String charset = null;
    var bytes = new ByteArrayOutputStream();
    for (var piece : pieces.values()) {
      var text = piece.text();
      if (piece.extended() && charset == null && text.indexOf('\'') >= 0) {
        charset = text.substring(0, text.indexOf('\''));
        text = text.substring(text.indexOf('\'', text.indexOf('\'') + 1) + 1);
      }
      bytes.writeBytes(piece.extended() ? percentDecoded(text) : text.getBytes(UTF_8));
    }
    return EncodedWords.decode(MailCharsets.decode(bytes.toByteArray(), charset));
  }

  static String percentDecodedText(String text) {
    return MailCharsets.decode(percentDecoded(text), null);
  }

  private static byte[] percentDecoded(String text) {
    var bytes = new ByteArrayOutputStream();
    var raw = text.getBytes(UTF_8);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
      if (low < 0) {
        bytes.write(raw[i]);
      } else {
        bytes.write(high * 16 + low);
        i += 2;
      }
    }
    return bytes.toByteArray();
  }
}
