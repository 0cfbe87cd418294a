package kept.line.sip;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The caller's half of digest authentication: answers the challenges of a trunk (RFC 3261
/// 22.2, RFC 7616 3.4, RFC 8760 2.4).
///
/// It keeps the last challenge and counts its uses, so that the next request need not be
/// refused first. One for each account; threads may share it.
final class DigestClient {

  private static final int CHANCE_BYTES = 16;

  private final String user;
  private final String password;
  private final SecureRandom random;
  private @Nullable DigestFields challenge;
  private long count;

  DigestClient(String user, String password, SecureRandom random) {
    this.user = user;
    this.password = password;
    this.random = random;
  }

  /// The value of Authorization that answers the strongest challenge we understand. Empty when
  /// there is none, or when this very nonce was answered before: the password is wrong, ask a
  /// person.
  synchronized Optional<String> answer(List<String> challenges, String method, String uri) {
    var strongest = challenges.stream()
        .flatMap(text -> DigestFields.read(text).stream())
        .filter(DigestClient::canAnswer)
        .min(Comparator.comparing(fields -> fields.algorithm().orElseThrow()));
    if (strongest.isEmpty()) return Optional.empty();
    var last = challenge;
    if (last != null && last.get("nonce").equals(strongest.get().get("nonce")))
      return Optional.empty();
    challenge = strongest.get();
    count = 0;
    return again(method, uri);
  }

  /// The same challenge answered for one more request; empty before there was any.
  synchronized Optional<String> again(String method, String uri) {
    var asked = challenge;
    if (asked == null) return Optional.empty();
    var algorithm = asked.algorithm().orElseThrow();
    var realm = asked.get("realm");
    var nonce = asked.get("nonce");
    var ha1 = algorithm.ha1(user, realm, password);
    var said = new StringBuilder("Digest username=").append(DigestFields.quoted(user));
    said.append(",realm=").append(DigestFields.quoted(realm));
    said.append(",nonce=").append(DigestFields.quoted(nonce));
    said.append(",uri=").append(DigestFields.quoted(uri));
    if (asked.has("qop")) {
      var nc = "%08x".formatted(++count);
      var cnonce = chance();
      var response = algorithm.response(ha1, nonce, nc, cnonce, method, uri);
      said.append(",response=\"").append(response).append("\",qop=auth,nc=").append(nc);
      said.append(",cnonce=\"").append(cnonce).append('"');
    } else {
      var response = algorithm.bareResponse(ha1, nonce, method, uri);
      said.append(",response=\"").append(response).append('"');
    }
    if (asked.has("algorithm")) said.append(",algorithm=").append(algorithm.token);
    if (asked.has("opaque"))
      said.append(",opaque=").append(DigestFields.quoted(asked.get("opaque")));
    return Optional.of(said.toString());
  }

  private static boolean canAnswer(DigestFields fields) {
    if (fields.algorithm().isEmpty() || fields.get("nonce").isEmpty()) return false;
    return !fields.has("qop") || List.of(fields.get("qop").split("[ ,\t]+")).contains("auth");
  }

  private String chance() {
    var bytes = new byte[CHANCE_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
