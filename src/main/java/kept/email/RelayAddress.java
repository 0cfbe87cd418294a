package kept.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// Where the relay is: `smtp://` or `smtps://user:password@host:port`. Its words never show the
/// password.
record RelayAddress(
    boolean tlsFromTheStart,
    String host,
    int port,
    @Nullable String user,
    String password) {
  /// RFC 8314 section 3.3 and RFC 6409; without a password it is a server's own port.
  private static final int SMTPS = 465;

  private static final int SUBMISSION = 587;
  private static final int SMTP = 25;

  static RelayAddress parse(String url) {
    var uri = uri(url);
    var scheme = String.valueOf(uri.getScheme());
    if (uri.getHost() == null
        || !(scheme.equalsIgnoreCase("smtp") || scheme.equalsIgnoreCase("smtps")))
      throw unreadable();
    var login = uri.getRawUserInfo();
    int colon = login == null ? -1 : login.indexOf(':');
    if (login != null && colon < 0) throw unreadable();
    boolean tls = scheme.equalsIgnoreCase("smtps");
    int usual = tls ? SMTPS : login == null ? SMTP : SUBMISSION;
    return new RelayAddress(
        tls,
        uri.getHost().replaceAll("^\\[|]$", ""),
        uri.getPort() < 0 ? usual : uri.getPort(),
        login == null ? null : decoded(login.substring(0, colon)),
        login == null ? "" : decoded(login.substring(colon + 1)));
  }

  /// On our own machine nobody listens in between, and certificates rarely name `localhost`.
  boolean isLoopback() {
    if (host.equalsIgnoreCase("localhost")) return true;
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }

  @Override
  public String toString() {
    return (tlsFromTheStart ? "smtps://" : "smtp://") + host + ":" + port;
  }

  private static URI uri(String url) {
    try {
      return URI.create(url.strip());
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
  }

  /// A plus is a plus here, not a blank as in forms.
  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
  }

  private static Refusal unreadable() {
    return new Refusal(
        "The relay should look like smtp://user:password@mail.example.com:587; write special letters of the password as %40.");
  }
}
