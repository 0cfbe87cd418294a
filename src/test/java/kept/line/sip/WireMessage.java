package kept.line.sip;

import java.util.List;

/// A SIP message as a test reads it: lines, no grammar.
record WireMessage(String start, List<String> headers, String body) {

  static WireMessage read(String text) {
    var parts = text.split("\r\n\r\n", 2);
    var lines = List.of(parts[0].split("\r\n"));
    return new WireMessage(
        lines.getFirst(), lines.subList(1, lines.size()), parts.length > 1 ? parts[1] : "");
  }

  boolean isRequest() {
    return !start.startsWith("SIP/2.0 ");
  }

  boolean isRequest(String method) {
    return start.startsWith(method + " ");
  }

  int status() {
    return isRequest() ? 0 : Integer.parseInt(start.split(" ", 3)[1]);
  }

  List<String> all(String name) {
    return headers.stream()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).trim())
        .toList();
  }

  String header(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  /// The tag of From or To.
  String tag(String name) {
    var value = header(name);
    int at = value.indexOf(";tag=");
    return at < 0 ? "" : value.substring(at + 5).split(";", 2)[0];
  }

  /// The URI of Contact.
  String contact() {
    return header("Contact").replaceAll(".*<|>.*", "");
  }
}
