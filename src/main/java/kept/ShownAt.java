package kept;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Which certificate a port shows, whether or not anybody would trust it. Nothing is sent there.
final class ShownAt {
  private static final int PATIENCE_MS = 5_000;

  private ShownAt() {}

  /// Empty when nobody speaks TLS there.
  static Optional<X509Certificate> port(String host, int port) {
    try (var bare = new Socket()) {
      bare.connect(new InetSocketAddress(host, port), PATIENCE_MS);
      bare.setSoTimeout(PATIENCE_MS);
      try (var socket =
          (SSLSocket) onlyLooking().getSocketFactory().createSocket(bare, host, port, true)) {
        socket.startHandshake();
        return socket.getSession().getPeerCertificates()[0] instanceof X509Certificate shown
            ? Optional.of(shown)
            : Optional.empty();
      }
    } catch (IOException nobodyThere) {
      return Optional.empty();
    }
  }

  private static SSLContext onlyLooking() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Anyone()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java speaks no TLS.", e);
    }
  }

  /// What is shown is compared with the owner's file afterwards.
  private static final class Anyone extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, @Nullable Socket at) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, @Nullable SSLEngine at) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, @Nullable Socket at) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, @Nullable SSLEngine at) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
