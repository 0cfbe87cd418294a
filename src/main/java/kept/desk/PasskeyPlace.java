package kept.desk;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import kept.platform.Refusal;
import kept.platform.webauthn.Site;
import org.jspecify.annotations.Nullable;

/// Where this desk's passkeys belong, or in words why it can have none yet: browsers want https,
/// but for their own machine, and a name. Pure.
record PasskeyPlace(@Nullable Site site, String why) {
  private static final String NEEDS_HTTPS =
      "Passkeys need an address that begins with https, which Kept doesn’t have yet.";
  private static final String NEEDS_NAME =
      "Passkeys need an address with a name in it instead of numbers, which Kept doesn’t have yet.";

  /// For a desk that people reach here: `https://desk.example.com`.
  static PasskeyPlace at(String origin) {
    var address = URI.create(origin.toLowerCase(Locale.ROOT));
    var host = address.getHost();
    if (host == null) return new PasskeyPlace(null, NEEDS_NAME);
    if (isNumber(host))
      return new PasskeyPlace(null, isLoopback(host) ? here(address) : NEEDS_NAME);
    var local = host.equals("localhost") || host.endsWith(".localhost");
    var secure = "https".equals(address.getScheme());
    if (!secure && !local) return new PasskeyPlace(null, NEEDS_HTTPS);
    return new PasskeyPlace(new Site(host, address.getScheme() + "://" + host + port(address)), "");
  }

  /// The site; a refusal in words where there is none.
  Site orRefuse() {
    if (site == null) throw new Refusal(why);
    return site;
  }

  PasskeyPart part(String ask, boolean makes, boolean offers) {
    return site == null
        ? new PasskeyPart(ask, "", makes, offers, why)
        : new PasskeyPart(ask, site.origin(), makes, offers, null);
  }

  /// A browser leaves out the port that everybody expects.
  private static String port(URI address) {
    var usual = "https".equals(address.getScheme()) ? 443 : 80;
    return address.getPort() == -1 || address.getPort() == usual ? "" : ":" + address.getPort();
  }

  private static String here(URI address) {
    return "Passkeys need an address with a name: on this machine, open http://localhost"
        + port(address) + " instead.";
  }

  private static boolean isNumber(String host) {
    return host.startsWith("[") || host.matches("[\\d.]+");
  }

  private static boolean isLoopback(String host) {
    var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try {
      return InetAddress.ofLiteral(bare).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
