package kept.line.sip;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/// Cuts what a TCP or TLS peer sends into messages (RFC 3261 18.3) before the stack's own
/// cutter sees a byte.
///
/// That cutter trusts Content-Length: it sets aside two gigabytes when told to, dies of a
/// negative number, and does not know the compact `l` and `i`, so that a body is read as the
/// next message. Whole headers go on to it, rewritten with both names in full and the length
/// checked. Whoever breaks the rule is to be disconnected: nobody knows where his next message
/// begins. One for each connection; its reader alone calls it.
final class StreamFrames {

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");

  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private boolean lineIsEmpty = true;
  private int bodyLeft;
  private boolean whole;

  /// What may go on now: blank lines between messages, whole headers, bytes of bodies.
  byte[] pass(byte[] bytes) throws MalformedMessage {
    var out = new ByteArrayOutputStream();
    for (var at = 0; at < bytes.length; at++) {
      if (bodyLeft > 0) {
        var length = Math.min(bodyLeft, bytes.length - at);
        out.write(bytes, at, length);
        bodyLeft -= length;
        whole |= bodyLeft == 0;
        at += length - 1;
      } else {
        gather(bytes[at], out);
      }
    }
    return out.toByteArray();
  }

  /// Whether a whole message came yet.
  boolean isWhole() {
    return whole;
  }

  private void gather(byte next, ByteArrayOutputStream out) throws MalformedMessage {
    var isBreak = next == '\r' || next == '\n';
    if (head.size() == 0 && isBreak) {
      out.write(next);
      return;
    }
    if (head.size() >= RawMessage.MOST_HEADER_BYTES) throw new MalformedMessage("headers too long");
    head.write(next);
    if (next == '\n' && lineIsEmpty) out.writeBytes(header());
    else if (next == '\n') lineIsEmpty = true;
    else if (next != '\r') lineIsEmpty = false;
  }

  /// The header is whole: how long is its body?
  private byte[] header() throws MalformedMessage {
    var raw = RawMessage.cut(head.toByteArray(), false);
    head.reset();
    lineIsEmpty = true;
    var told = raw.all("content-length");
    if (told.size() > 1) throw new MalformedMessage("two lengths of one body");
    var length = told.isEmpty() ? "0" : told.getFirst();
    if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > RawMessage.MOST_BODY_BYTES)
      throw new MalformedMessage("no length of a body");
    bodyLeft = Integer.parseInt(length);
    whole |= bodyLeft == 0;
    return raw.inFull(length).bytes();
  }
}
