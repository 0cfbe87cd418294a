package kept.platform.http;

import io.javalin.config.JettyConfig;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http2.HTTP2Cipher;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/// The ports of the web edge: a plain one, and with a certificate one for https, where HTTP/2
/// (RFC 9113) is spoken with whoever knows it (ALPN, RFC 7301) and HTTP/1.1 with all others.
final class Ports {
  private final WebSettings settings;
  private final @Nullable SSLContext tls;
  private @Nullable ServerConnector plain;
  private @Nullable ServerConnector secure;

  Ports(WebSettings settings, @Nullable SSLContext tls) {
    this.settings = settings;
    this.tls = tls;
  }

  void addTo(JettyConfig jetty) {
    jetty.addConnector((server, http) -> {
      var connector = new ServerConnector(server, new HttpConnectionFactory(http));
      plain = connector;
      return at(connector, settings.port());
    });
    var context = tls;
    if (context == null || settings.httpsPort() < 0) return;
    jetty.addConnector((server, http) -> {
      var connector = encrypted(server, http, context);
      secure = connector;
      return at(connector, settings.httpsPort());
    });
  }

  /// -1 before the server runs.
  int plain() {
    return plain == null ? -1 : plain.getLocalPort();
  }

  /// -1 where there is none.
  int secure() {
    return secure == null ? -1 : secure.getLocalPort();
  }

  private ServerConnector at(ServerConnector connector, int port) {
    connector.setHost(settings.bind());
    connector.setPort(port);
    return connector;
  }

  /// The certificate is for one name, and whoever comes by another sees that themselves: a shop's
  /// own machine is reached by its address too.
  private static ServerConnector encrypted(Server server, HttpConfiguration http, SSLContext tls) {
    var https = new HttpConfiguration(http);
    https.addCustomizer(new SecureRequestCustomizer(false));
    var factory = new SslContextFactory.Server();
    factory.setSslContext(tls);
    factory.setCipherComparator(HTTP2Cipher.COMPARATOR);
    factory.setRenegotiationAllowed(false);
    var choosing = new ALPNServerConnectionFactory();
    choosing.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
    return new ServerConnector(
        server,
        new SslConnectionFactory(factory, choosing.getProtocol()),
        choosing,
        new HTTP2ServerConnectionFactory(https),
        new HttpConnectionFactory(https));
  }
}
