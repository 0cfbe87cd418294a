package kept.line.sdp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import kept.line.rtp.Law;

/// What negotiation tests say: our side at 192.0.2.1:40000, theirs at 198.51.100.7.
final class Sides {
  static final String KEY = "inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";
  static final String OTHER_KEY = "inline:NzB4d1BINUAvLEw6UzF3WSJ+PSdFcGdUJShpX1Zj";

  private Sides() {}

  static Negotiation ours(Secrecy secrecy, Law... laws) {
    return new Negotiation(ip("192.0.2.1"), 40000, secrecy, List.of(laws));
  }

  static Negotiation ours() {
    return ours(Secrecy.CLEAR, Law.PCMU, Law.PCMA);
  }

  static String theirs(String... lines) {
    return "v=0\r\no=luis 1 1 IN IP4 198.51.100.7\r\ns=-\r\nc=IN IP4 198.51.100.7\r\nt=0 0\r\n"
        + String.join("\r\n", lines)
        + "\r\n";
  }

  static InetAddress ip(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException notALiteral) {
      throw new IllegalArgumentException(notALiteral);
    }
  }
}
