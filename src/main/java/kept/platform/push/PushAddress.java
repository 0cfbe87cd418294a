package kept.platform.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import kept.platform.Refusal;

/// Where one browser takes pushes and the keys they are sealed with, as the browser gave them
/// (base64url, RFC 8291 section 2.1). What cannot be one is refused in words.
public record PushAddress(String endpoint, String p256dh, String auth) {
  /// The longest that any push service is known to give is about 700.
  private static final int LONGEST = 2000;
  private static final int SECRET_BYTES = 16;

  public PushAddress {
    uri(endpoint);
    Curve.key(bytes(p256dh, Curve.POINT_BYTES));
    bytes(auth, SECRET_BYTES);
  }

  /// The endpoint's address; `https` and a host, nothing that hides where it leads.
  public URI uri() {
    return uri(endpoint);
  }

  byte[] publicKey() {
    return bytes(p256dh, Curve.POINT_BYTES);
  }

  byte[] secret() {
    return bytes(auth, SECRET_BYTES);
  }

  /// It is a key to somebody's phone: no log prints it.
  @Override
  public String toString() {
    return "a push address at " + uri().getHost();
  }

  private static URI uri(String endpoint) {
    if (endpoint.length() > LONGEST) throw notOne();
    try {
      var uri = new URI(endpoint);
      var plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
      if (!"https".equals(uri.getScheme()) || uri.getHost() == null || !plain) throw notOne();
      return uri;
    } catch (URISyntaxException e) {
      throw notOne();
    }
  }

  private static byte[] bytes(String base64, int length) {
    try {
      var bytes = Base64.getUrlDecoder().decode(base64.replaceAll("=+$", ""));
      if (bytes.length == length) return bytes;
    } catch (IllegalArgumentException e) {
      throw notOne();
    }
    throw notOne();
  }

  private static Refusal notOne() {
    return new Refusal("This browser gave an address for alarms that cannot be used.");
  }
}
