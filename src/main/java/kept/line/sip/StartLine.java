package kept.line.sip;

import java.util.regex.Pattern;

/// The first line of a message, to the letter of RFC 3261 7.1 and 7.2.
sealed interface StartLine {

  record Request(String method, String uri, String version) implements StartLine {

    /// Whether it is our version of SIP; any other gets 505 (RFC 3261 21.5.6).
    boolean isSpoken() {
      return version.equalsIgnoreCase("SIP/2.0");
    }
  }

  record Status(int code) implements StartLine {}

  Pattern VERSION = Pattern.compile("SIP/[0-9]{1,9}\\.[0-9]{1,9}", Pattern.CASE_INSENSITIVE);

  Pattern CODE = Pattern.compile("[1-6][0-9]{2}");

  /// One blank between two parts and none behind the last: anything else is two readings of
  /// one line (RFC 4475 lwsstart, trws, lwsruri).
  static StartLine read(RawMessage raw) throws MalformedMessage {
    return raw.isRequest() ? request(raw.startLine()) : status(raw.startLine());
  }

  private static Request request(String line) throws MalformedMessage {
    var parts = line.split(" ", -1);
    if (parts.length != 3) throw new MalformedMessage("a request line has three parts");
    if (!FieldCursor.isToken(parts[0])) throw new MalformedMessage("a method is a token");
    if (!VERSION.matcher(parts[2]).matches()) throw new MalformedMessage("no version of SIP");
    return new Request(parts[0], parts[1], parts[2]);
  }

  /// An empty reason keeps its blank (RFC 4475 noreason); that a sloppy peer drops it is
  /// forgiven.
  private static Status status(String line) throws MalformedMessage {
    var parts = line.split(" ", 3);
    if (!parts[0].equals("SIP/2.0")) throw new MalformedMessage("a response of another version");
    if (parts.length < 2 || !CODE.matcher(parts[1]).matches())
      throw new MalformedMessage("a status code is three digits");
    return new Status(Integer.parseInt(parts[1]));
  }
}
