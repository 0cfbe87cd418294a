package kept.line.sip;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.List;
import java.util.UUID;

/// A carrier that asks for a secret before it registers anybody or takes a call, and can go
/// silent.
final class TestCarrier extends WireEnd {
  private static final String REALM = "carrier";
  private final DigestAlgorithm algorithm;
  private final String nonce = UUID.randomUUID().toString();
  volatile boolean silent;

  TestCarrier(DigestAlgorithm algorithm) throws IOException {
    super(Wire.Udp.at("127.0.0.5"));
    this.algorithm = algorithm;
  }

  @Override
  void arrived(WireMessage message, SocketAddress from) throws IOException {
    if (silent || !message.isRequest() || message.isRequest("ACK")) return;
    if (message.isRequest("REGISTER")) {
      if (!isProven(message, from, "401 Unauthorized", "Authorization", "WWW-Authenticate")) return;
      reply(message, from, "200 OK", "", "Contact: " + message.header("Contact") + ";expires=2");
    } else if (message.isRequest("INVITE")) {
      if (!isProven(
          message,
          from,
          "407 Proxy Authentication Required",
          "Proxy-Authorization",
          "Proxy-Authenticate")) return;
      reply(message, from, "180 Ringing", "");
      reply(message, from, "200 OK", SDP);
    } else {
      reply(message, from, "200 OK", "");
    }
  }

  @Override
  String contact() {
    return "127.0.0.5:" + port();
  }

  private boolean isProven(
      WireMessage request, SocketAddress from, String challenge, String shown, String asked)
      throws IOException {
    var fields = DigestFields.read(request.header(shown)).orElse(null);
    if (fields == null) {
      reply(
          request,
          from,
          challenge,
          "",
          asked + ": Digest realm=\"" + REALM + "\", nonce=\"" + nonce + "\", algorithm="
              + algorithm.token + ", qop=\"auth\"");
      return false;
    }
    var expected = algorithm.response(
        algorithm.ha1("acct", REALM, "secret"),
        nonce,
        fields.get("nc"),
        fields.get("cnonce"),
        request.start().split(" ")[0],
        fields.get("uri"));
    if (expected.equals(fields.get("response"))) return true;
    reply(request, from, "403 Forbidden", "");
    return false;
  }

  /// REGISTERs that showed a secret, repetitions aside.
  long registrations() {
    return heard.stream()
        .filter(message -> message.isRequest("REGISTER"))
        .filter(message -> !message.header("Authorization").isEmpty())
        .map(message -> message.header("CSeq"))
        .distinct()
        .count();
  }

  List<WireMessage> all(String method) {
    return heard.stream().filter(message -> message.isRequest(method)).toList();
  }
}
