package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A message cut into its start line, its header fields and its body (RFC 3261 7), folded
/// lines joined, before anybody interprets a word of it.
///
/// It is written out again for the parser behind, one line a field: what that parser reads is
/// what was checked here, whatever it thinks of folding, blank lines and line ends. Text is
/// held a byte a character, so that UTF-8 passes through unread.
record RawMessage(String startLine, List<Field> fields, String body) {

  /// The most header fields: a tortured but true message of RFC 4475 has about 50 lines.
  static final int MOST_FIELDS = 64;

  /// The most bytes before the body.
  static final int MOST_HEADER_BYTES = 8 * 1024;

  /// The most bytes of a body; a datagram cannot bring more.
  static final int MOST_BODY_BYTES = 64 * 1024;

  /// `canonical` is its name as [HeaderName] has it.
  record Field(String name, String value, String canonical) {
    Field(String name, String value) {
      this(name, value, HeaderName.canonical(name));
    }
  }

  /// Cuts the bytes. Of a `datagram` every line must end in CR LF; a stream was cut into
  /// lines before and comes without its CRs.
  static RawMessage cut(byte[] bytes, boolean datagram) throws MalformedMessage {
    var lines = new ArrayList<String>();
    var at = skipBlank(bytes);
    var start = at;
    while (true) {
      var end = lineEnd(bytes, at);
      if (end - start > MOST_HEADER_BYTES) throw new MalformedMessage("headers too long");
      var withReturn = end > at && bytes[end - 1] == '\r';
      if (datagram && !withReturn) throw new MalformedMessage("a line without CR");
      var line = new String(bytes, at, end - at - (withReturn ? 1 : 0), ISO_8859_1);
      at = end + 1;
      if (line.isEmpty()) break;
      fold(lines, line);
    }
    if (lines.isEmpty()) throw new MalformedMessage("no start line");
    return new RawMessage(
        lines.getFirst(), fields(lines), new String(bytes, at, bytes.length - at, ISO_8859_1));
  }

  /// The value of the first field with this canonical name.
  Optional<String> first(String canonical) {
    for (var field : fields) if (field.canonical.equals(canonical)) return Optional.of(field.value);
    return Optional.empty();
  }

  /// The values of all fields with this canonical name.
  List<String> all(String canonical) {
    return fields.stream()
        .filter(field -> field.canonical().equals(canonical))
        .map(Field::value)
        .toList();
  }

  boolean isRequest() {
    return !startLine.regionMatches(true, 0, "SIP/", 0, 4);
  }

  RawMessage with(String name, String value) {
    var more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new RawMessage(startLine, List.copyOf(more), body);
  }

  /// The same with Call-ID spelled out and this Content-Length, which a stream is cut by.
  RawMessage inFull(String length) {
    var spelled = new ArrayList<Field>();
    for (var field : fields) {
      var name = field.canonical();
      if (name.equals("content-length")) continue;
      spelled.add(name.equals("call-id") ? new Field("Call-ID", field.value) : field);
    }
    spelled.add(new Field("Content-Length", length));
    return new RawMessage(startLine, List.copyOf(spelled), body);
  }

  RawMessage withBody(String cutBody) {
    return new RawMessage(startLine, fields, cutBody);
  }

  byte[] bytes() {
    var text = new StringBuilder(startLine).append("\r\n");
    for (var field : fields)
      text.append(field.name).append(": ").append(field.value).append("\r\n");
    return text.append("\r\n").append(body).toString().getBytes(ISO_8859_1);
  }

  /// RFC 3261 7.5: empty lines before the start line are ignored.
  private static int skipBlank(byte[] bytes) {
    var at = 0;
    while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n')) at++;
    return at;
  }

  private static int lineEnd(byte[] bytes, int from) throws MalformedMessage {
    for (var at = from; at < bytes.length; at++) {
      if (bytes[at] == '\n') return at;
    }
    throw new MalformedMessage("no end of the headers");
  }

  private static void fold(List<String> lines, String line) throws MalformedMessage {
    var first = line.charAt(0);
    if (first != ' ' && first != '\t') {
      if (lines.size() > MOST_FIELDS) throw new MalformedMessage("too many header fields");
      lines.add(line);
      return;
    }
    if (lines.size() < 2) throw new MalformedMessage("a start line cannot go on");
    if (line.isBlank()) throw new MalformedMessage("a line of nothing but blanks");
    lines.add(trimEnd(lines.removeLast()) + ' ' + trim(line));
  }

  /// A line without a colon is kept as a field without a name, for the rules to refuse.
  private static List<Field> fields(List<String> lines) {
    var fields = new ArrayList<Field>();
    for (var line : lines.subList(1, lines.size())) {
      var colon = Math.max(0, line.indexOf(':'));
      fields.add(new Field(trimEnd(line.substring(0, colon)), trim(line.substring(colon + 1))));
    }
    return List.copyOf(fields);
  }

  /// Only blank and tab are linear white space; Java's own trim takes control characters
  /// along.
  private static String trim(String text) {
    var from = 0;
    while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) from++;
    return trimEnd(text.substring(from));
  }

  private static String trimEnd(String text) {
    var end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) end--;
    return text.substring(0, end);
  }
}
