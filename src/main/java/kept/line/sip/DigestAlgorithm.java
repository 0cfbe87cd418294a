package kept.line.sip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The hashes of RFC 8760, the strongest first, and the arithmetic of RFC 7616 3.4 over them.
enum DigestAlgorithm {
  SHA_512_256("SHA-512-256", "SHA-512/256"),
  SHA_256("SHA-256", "SHA-256"),
  MD5("MD5", "MD5");

  /// As it is written in a challenge.
  final String token;

  private final String hash;

  DigestAlgorithm(String token, String hash) {
    this.token = token;
    this.hash = hash;
  }

  /// Names are compared without case; `-sess` variants are not spoken.
  static Optional<DigestAlgorithm> named(String token) {
    return Arrays.stream(values())
        .filter(one -> one.token.equalsIgnoreCase(token))
        .findFirst();
  }

  /// H(A1): what a registrar keeps instead of the password (RFC 7616 3.4.2).
  String ha1(String user, String realm, String password) {
    return hex(user + ':' + realm + ':' + password);
  }

  /// The response for qop "auth" (RFC 7616 3.4.1).
  String response(String ha1, String nonce, String nc, String cnonce, String method, String uri) {
    return hex(String.join(":", ha1, nonce, nc, cnonce, "auth", hex(method + ':' + uri)));
  }

  /// The response to a challenge without qop (RFC 2069), which old trunks still send.
  String bareResponse(String ha1, String nonce, String method, String uri) {
    return hex(String.join(":", ha1, nonce, hex(method + ':' + uri)));
  }

  private String hex(String text) {
    try {
      var digest = MessageDigest.getInstance(hash).digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + hash, e);
    }
  }
}
