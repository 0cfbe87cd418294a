package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.DatagramPacket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says 503 to an INVITE for which there is no time: without the stack, from its bytes.
final class Unread {
  private static final byte[] INVITE = "INVITE ".getBytes(ISO_8859_1);
  private static final Pattern TAG = Pattern.compile("(?i);[ \t]*+tag[ \t]*+=[^>]*+\\z");
  private static final Pattern RPORT = Pattern.compile("(?i);[ \t]*+rport[ \t]*+(?=[;,]|\\z)");
  private static final List<String> REPEATED = List.of("Via", "From", "To", "Call-ID", "CSeq");

  private Unread() {}

  static boolean mayBeNewCall(DatagramPacket packet) {
    int from = packet.getOffset();
    return packet.getLength() > INVITE.length
        && Arrays.equals(packet.getData(), from, from + INVITE.length, INVITE, 0, INVITE.length);
  }

  /// The answer; none to what is no new call or not well formed.
  static Optional<byte[]> unavailable(DatagramPacket packet, int retrySeconds) {
    int from = packet.getOffset();
    try {
      var raw = RawMessage.cut(
          Arrays.copyOfRange(packet.getData(), from, from + packet.getLength()), true);
      FieldRules.check(raw);
      if (TAG.matcher(raw.first("to").orElse("")).find()) return Optional.empty();
      var lines = new ArrayList<>(List.of("SIP/2.0 503 Service Unavailable"));
      for (var name : REPEATED) {
        var values = raw.all(HeaderName.canonical(name));
        if (values.isEmpty()) return Optional.empty();
        for (int i = 0; i < values.size(); i++)
          lines.add(name + ": " + repeated(name, values.get(i), i == 0, raw, packet));
      }
      lines.add("Retry-After: " + retrySeconds);
      lines.add("Content-Length: 0");
      return Optional.of((String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1));
    } catch (MalformedMessage malformed) {
      return Optional.empty();
    }
  }

  /// As it came, but with our tag in To, the same for the same INVITE, and in the topmost Via
  /// where it came from (RFC 3261, section 18.2.1; RFC 3581, section 4).
  private static String repeated(
      String name, String value, boolean first, RawMessage raw, DatagramPacket packet) {
    if (name.equals("To"))
      return value + ";tag=" + Integer.toHexString(Objects.hash(raw.first("call-id"), value));
    if (!name.equals("Via") || !first) return value;
    var found = RPORT.matcher(value);
    if (!found.find()) return value;
    var source =
        ";rport=" + packet.getPort() + ";received=" + packet.getAddress().getHostAddress();
    return value.substring(0, found.start()) + source + value.substring(found.end());
  }
}
