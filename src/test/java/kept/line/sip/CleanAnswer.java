package kept.line.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/// What a message of ours may hold, whatever was said to us: the headers that an answer has to
/// repeat, and words of our own.
final class CleanAnswer {
  private static final Pattern STATUS = Pattern.compile("SIP/2\\.0 [1-6][0-9]{2} [A-Za-z /-]+");
  private static final Pattern COPIED =
      Pattern.compile("(Via|From|To|Call-ID|CSeq|Record-Route|Timestamp): [^\r\n]*");
  private static final Pattern OURS =
      Pattern.compile("(Server|Allow|Supported|Unsupported|Require|Accept|Accept-Encoding|Contact"
          + "|WWW-Authenticate|Proxy-Authenticate|Retry-After|Min-SE|Session-Expires|RSeq"
          + "|Content-Type|Content-Length): [A-Za-z0-9 ,;:=/\"<>@._+*-]*");

  private CleanAnswer() {}

  static void check(String heard) {
    if (!heard.startsWith("SIP/2.0")) return;
    var lines = heard.split("\r\n\r\n", 2)[0].split("\r\n", -1);
    assertThat(lines[0]).matches(STATUS);
    for (int i = 1; i < lines.length; i++) {
      if (!COPIED.matcher(lines[i]).matches()) assertThat(lines[i]).as(heard).matches(OURS);
    }
  }
}
