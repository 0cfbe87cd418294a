package kept.platform.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Gives TLS the certificate of the moment. A handshake asks for its name, then for the chain and
/// the key by that name, so the one before is still found while handshakes end. Threads may share
/// it.
final class ShownKeys extends X509ExtendedKeyManager {
  private volatile Pair shown;

  ShownKeys(ServerCertificate first) {
    this.shown = new Pair(new Named("1", first), null);
  }

  ServerCertificate now() {
    return shown.now.certificate;
  }

  /// For one thread at a time.
  void show(ServerCertificate next) {
    var before = shown.now;
    var name = String.valueOf(Long.parseLong(before.name) + 1);
    shown = new Pair(new Named(name, next), before);
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String kind, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    var now = shown.now;
    return now.certificate.own().getPublicKey().getAlgorithm().equals(kind) ? now.name : null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String kind, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return chooseEngineServerAlias(kind, issuers, null);
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String name) {
    var certificate = find(name);
    return certificate == null ? null : certificate.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String name) {
    var certificate = find(name);
    return certificate == null ? null : certificate.key();
  }

  @Override
  public String @Nullable [] getServerAliases(String kind, Principal @Nullable [] issuers) {
    var name = chooseEngineServerAlias(kind, issuers, null);
    return name == null ? null : new String[] {name};
  }

  /// We show ourselves to whoever comes to us, and to nobody we go to.
  @Override
  public String @Nullable [] getClientAliases(String kind, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] kinds, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }

  private @Nullable ServerCertificate find(String name) {
    var pair = shown;
    if (pair.now.name.equals(name)) return pair.now.certificate;
    return pair.before != null && pair.before.name.equals(name) ? pair.before.certificate : null;
  }

  private record Named(String name, ServerCertificate certificate) {}

  private record Pair(Named now, @Nullable Named before) {}
}
