package kept.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import kept.line.sip.SipTls;

/// A certificate for 127.0.0.1 that nobody signed, made anew by the JDK's keytool.
///
/// @param peers for whoever connects and trusts it
record TestCertificate(SipTls tls, SSLContext peers) {
  private static final String PASSWORD = "changeit";

  static TestCertificate in(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    var store = folder.resolve("line.p12");
    run(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-keyalg",
        "EC",
        "-alias",
        "line",
        "-dname",
        "CN=127.0.0.1",
        "-ext",
        "san=ip:127.0.0.1",
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString(),
        "-storepass",
        PASSWORD);
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    var ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    ours.init(keys, PASSWORD.toCharArray());
    var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    var peers = SSLContext.getInstance("TLS");
    peers.init(null, trusted.getTrustManagers(), null);
    return new TestCertificate(
        new SipTls(ours.getKeyManagers(), trusted.getTrustManagers()), peers);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(command[0]).isTrue();
    assertThat(process.exitValue()).as(command[0]).isZero();
  }
}
