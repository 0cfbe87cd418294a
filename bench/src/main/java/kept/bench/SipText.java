package kept.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A SIP message as its lines: enough for phones that talk with nobody but us.
record SipText(String start, List<String> lines, String body) {

  static SipText of(String text) {
    int end = text.indexOf("\r\n\r\n");
    var head = (end < 0 ? text : text.substring(0, end)).split("\r\n");
    var lines = new ArrayList<>(List.of(head));
    return new SipText(lines.removeFirst(), lines, end < 0 ? "" : text.substring(end + 4));
  }

  boolean isResponse() {
    return start.startsWith("SIP/2.0 ");
  }

  int code() {
    return Integer.parseInt(start.substring(8, 11));
  }

  String method() {
    return start.substring(0, start.indexOf(' '));
  }

  /// The user of the request's address.
  String user() {
    return between(start, "sip:", "@");
  }

  /// The first header of this name, or nothing.
  String header(String name) {
    var wanted = name.toLowerCase(Locale.ROOT) + ":";
    for (var line : lines)
      if (line.toLowerCase(Locale.ROOT).startsWith(wanted))
        return line.substring(wanted.length()).strip();
    return "";
  }

  String fromUser() {
    return between(header("From"), "sip:", "@");
  }

  String contact() {
    return between(header("Contact"), "<", ">");
  }

  int mediaPort() {
    return Integer.parseInt(between(body, "m=audio ", " "));
  }

  String answersTo() {
    return header("CSeq").substring(header("CSeq").indexOf(' ') + 1);
  }

  /// An answer with what RFC 3261, section 8.2.6.2, wants copied.
  String answer(String status, String tag, String contact, String sdp) {
    var text = new StringBuilder("SIP/2.0 ").append(status).append("\r\n");
    for (var line : lines) {
      var lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("via:")
          || lower.startsWith("from:")
          || lower.startsWith("call-id:")
          || lower.startsWith("cseq:")) text.append(line).append("\r\n");
    }
    text.append("To: ").append(header("To"));
    if (!header("To").contains("tag=")) text.append(";tag=").append(tag);
    text.append("\r\nContact: <").append(contact).append(">\r\n");
    return text + body(sdp);
  }

  static String body(String sdp) {
    if (sdp.isEmpty()) return "Content-Length: 0\r\n\r\n";
    return "Content-Type: application/sdp\r\nContent-Length: " + sdp.length() + "\r\n\r\n" + sdp;
  }

  /// Mu-law and keys, in this direction.
  static String sdp(String host, int port, int version, String direction) {
    return "v=0\r\no=- 1 " + version + " IN IP4 " + host + "\r\ns=-\r\nc=IN IP4 " + host
        + "\r\nt=0 0\r\nm=audio " + port
        + " RTP/AVP 0 101\r\n"
        + "a=rtpmap:0 PCMU/8000\r\n"
        + "a=rtpmap:101 telephone-event/8000\r\n"
        + "a=fmtp:101 0-15\r\n"
        + "a=ptime:20\r\n"
        + "a=" + direction + "\r\n";
  }

  static String between(String text, String before, String after) {
    int from = text.indexOf(before);
    if (from < 0) return "";
    int to = text.indexOf(after, from + before.length());
    return to < 0 ? "" : text.substring(from + before.length(), to);
  }
}
