package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A phone that registers over UDP with whatever a test wants it to say.
final class RawPhone implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final SecureRandom RANDOM = new SecureRandom();
  private final RawPeer peer;
  private final String callId = UUID.randomUUID().toString();
  private int cseq;

  RawPhone(int port) throws IOException {
    peer = new RawPeer(port);
  }

  /// What it gets in the end, after a challenge where there is one.
  ///
  /// @param more whole header lines, such as Contact
  String register(String from, String user, String password, String... more) throws IOException {
    var challenge = said(from, null, more);
    if (!challenge.startsWith("SIP/2.0 401 ")) return challenge;
    var challenges = challenge
        .lines()
        .filter(line -> line.startsWith("WWW-Authenticate: "))
        .map(line -> line.substring(18))
        .toList();
    var answer = new DigestClient(user, password, RANDOM)
        .answer(challenges, "REGISTER", "sip:127.0.0.1")
        .orElseThrow();
    return said(from, answer, more);
  }

  /// Its own address, as a Contact that lasts so long.
  String contact(int seconds) {
    return "Contact: <sip:phone@127.0.0.1:%d>;expires=%d".formatted(peer.localPort(), seconds);
  }

  private String said(String from, @Nullable String authorization, String... more)
      throws IOException {
    var lines = new java.util.ArrayList<>(List.of(
        "REGISTER sip:127.0.0.1 SIP/2.0",
        "Via: SIP/2.0/UDP 127.0.0.1:%d;branch=z9hG4bK%s;rport"
            .formatted(peer.localPort(), UUID.randomUUID()),
        "Max-Forwards: 70",
        "From: <sip:%s@127.0.0.1>;tag=f".formatted(from),
        "To: <sip:%s@127.0.0.1>".formatted(from),
        "Call-ID: " + callId,
        "CSeq: %d REGISTER".formatted(++cseq)));
    lines.addAll(List.of(more));
    if (authorization != null) lines.add("Authorization: " + authorization);
    lines.add("Content-Length: 0");
    peer.send((String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1));
    return peer.hear(PATIENCE_MILLIS).orElse("");
  }

  @Override
  public void close() {
    peer.close();
  }
}
