package kept.line;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import kept.line.sip.SipTls;

/// A certificate that nobody but a test trusts, made by the JDK's own keytool.
public final class SelfSigned {
  private static final String SECRET = "secret";
  private static final String NAME = "kept";
  private final KeyStore keys;

  private SelfSigned(KeyStore keys) {
    this.keys = keys;
  }

  /// For 127.0.0.1 and localhost, good for two days, with an elliptic key.
  public static SelfSigned make(Path folder) throws Exception {
    var file = folder.resolve("keys.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var process = new ProcessBuilder(
            keytool,
            "-genkeypair",
            "-alias",
            NAME,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-validity",
            "2",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "san=ip:127.0.0.1,dns:localhost",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            SECRET)
        .redirectErrorStream(true)
        .start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0)
      throw new IOException("keytool made no certificate: " + said);
    try (var in = Files.newInputStream(file)) {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(in, SECRET.toCharArray());
      return new SelfSigned(keys);
    }
  }

  public KeyStore keys() {
    return keys;
  }

  /// For a line that shows it, and trusts it when it connects.
  public SipTls tls() throws GeneralSecurityException {
    var shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    shown.init(keys, SECRET.toCharArray());
    var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    try {
      trusted.load(null, null);
    } catch (IOException never) {
      throw new IllegalStateException("Nothing was read.", never);
    }
    trusted.setCertificateEntry(NAME, keys.getCertificate(NAME));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    return new SipTls(shown.getKeyManagers(), trust.getTrustManagers());
  }

  /// The certificate in a file of its own, as others want it to trust it.
  public Path pem(Path folder) throws IOException, GeneralSecurityException {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'})
        .encodeToString(keys.getCertificate(NAME).getEncoded());
    return Files.writeString(
        folder.resolve("certificate.pem"),
        "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n");
  }
}
