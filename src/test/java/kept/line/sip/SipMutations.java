package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// An endless row of broken SIP messages, the same for the same seed: those of RFC 4475 and
/// ordinary ones, changed in one to four places as a careless or hostile peer would.
final class SipMutations {

  private static final List<String> ORDINARY = List.of(
      ordinary("REGISTER", "sip:example.com", "Contact: <sip:priya@192.0.2.7>\r\nExpires: 300\r\n"),
      ordinary(
          "INVITE",
          "sip:desk@example.com",
          "Contact: <sip:chuck@192.0.2.7>\r\nSupported: 100rel, timer\r\n"
              + "Session-Expires: 1800;refresher=uac\r\n"),
      ordinary("BYE", "sip:desk@example.com", "Reason: Q.850;cause=16\r\n"));

  private static final List<String> POISON = List.of(
      "\0",
      "\r",
      "\n",
      "\r\n",
      "\r\n\r\n",
      "\r\n ",
      " ",
      "\t",
      "\"",
      "<",
      ">",
      "%",
      "%0",
      "%zz",
      "\\",
      ",",
      ";",
      ";;",
      "=",
      ":",
      "@",
      "?",
      "*",
      "[",
      "]",
      "[::1]",
      "\u00ff",
      "\u00c3",
      "-1",
      "0",
      "255",
      "256",
      "65536",
      "2147483648",
      "4294967296",
      "99999999999999999999",
      "SIP/2.0",
      "SIP/3.0",
      "sip:",
      "tel:",
      "${jndi:x}",
      "<script>",
      "' or 1=1 --",
      "../../etc",
      "Content-Length: 5\r\n",
      "l: 99999\r\n",
      "i: another\r\n",
      "Via: x\r\n",
      "a".repeat(300),
      "x".repeat(9000),
      ";tag=".repeat(200),
      "<".repeat(500),
      "\"".repeat(501));

  private final SplittableRandom random;
  private final List<String> seeds = new ArrayList<>(ORDINARY);

  SipMutations(long seed) {
    random = new SplittableRandom(seed);
    TortureMessage.all().forEach(one -> seeds.add(new String(one.bytes(), ISO_8859_1)));
  }

  byte[] next() {
    var text = pick(seeds);
    for (var changes = 1 + random.nextInt(4); changes > 0; changes--) text = changed(text);
    return text.getBytes(ISO_8859_1);
  }

  private String changed(String text) {
    if (text.isEmpty()) return pick(POISON);
    var at = random.nextInt(text.length());
    var to = Math.min(text.length(), at + 1 + random.nextInt(20));
    return switch (random.nextInt(10)) {
      case 0 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + text.substring(to);
      case 2 -> text.substring(0, at) + pick(POISON) + text.substring(at);
      case 3 -> text.substring(0, at) + pick(POISON) + text.substring(to);
      case 4 -> text.substring(0, at);
      case 5 -> line(text, true);
      case 6 -> line(text, false);
      case 7 -> text.substring(0, at) + text.substring(at, to).repeat(3) + text.substring(to);
      case 8 -> text.replace("\r\n\r\n", "\r\n" + pick(POISON).strip() + ": x\r\n\r\n");
      default -> text.replaceFirst("(\r\n[A-Za-z-]+: *)[^\r]*", "$1" + Integer.toString(at));
    };
  }

  /// One line said twice, or left out.
  private String line(String text, boolean twice) {
    var lines = new ArrayList<>(List.of(text.split("\r\n", -1)));
    var at = random.nextInt(lines.size());
    if (twice) lines.add(random.nextInt(lines.size()), lines.get(at));
    else lines.remove(at);
    return String.join("\r\n", lines);
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String ordinary(String method, String uri, String more) {
    return method + ' ' + uri + " SIP/2.0\r\n"
        + "Via: SIP/2.0/UDP 192.0.2.7:5062;branch=z9hG4bKa1;rport\r\n"
        + "Max-Forwards: 70\r\n"
        + "From: \"Chuck Alvarez\" <sip:chuck@example.com>;tag=c1\r\n"
        + "To: <" + uri + ">\r\n"
        + "Call-ID: cracked-tv@192.0.2.7\r\n"
        + "CSeq: 17 " + method + "\r\n"
        + more
        + "Content-Length: 0\r\n\r\n";
  }
}
