package kept.platform.push;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import kept.platform.Json;

/// Says to a push service who sends (RFC 8292): a token signed with the key that the browser was
/// given when it subscribed. Threads may share this object.
public final class Vapid {
  /// Section 2: no more than 24 hours; half of that forgives a clock that is wrong.
  private static final Duration LASTS = Duration.ofHours(12);
  private static final String HEAD =
      base64("{\"typ\":\"JWT\",\"alg\":\"ES256\"}".getBytes(US_ASCII));

  private final KeyPair pair;
  private final String publicKey;

  Vapid(KeyPair pair) {
    this.pair = pair;
    this.publicKey = base64(Curve.point((ECPublicKey) pair.getPublic()));
  }

  /// What a browser needs to subscribe, base64url.
  public String publicKey() {
    return publicKey;
  }

  /// The value of `Authorization`. `contact` is whom the service may write to: `mailto:` or
  /// `https:`.
  String authorization(URI endpoint, String contact, Instant now) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("aud", originOf(endpoint));
    claims.put("exp", now.plus(LASTS).getEpochSecond());
    claims.put("sub", contact);
    var said = HEAD + "." + base64(Json.write(claims).getBytes(UTF_8));
    return "vapid t=" + said + "." + base64(sign(said)) + ", k=" + publicKey;
  }

  static String originOf(URI endpoint) {
    var port = endpoint.getPort();
    var usual = port < 0 || port == 443;
    return "https://" + endpoint.getHost() + (usual ? "" : ":" + port);
  }

  private byte[] sign(String said) {
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(pair.getPrivate());
      signature.update(said.getBytes(US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
