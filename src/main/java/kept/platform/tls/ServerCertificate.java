package kept.platform.tls;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import kept.platform.Refusal;
import kept.platform.Sha256;

/// A certificate, whoever signed it after it, and the key that belongs to it. Immutable.
public record ServerCertificate(List<X509Certificate> chain, PrivateKey key) {
  /// Of the names in a certificate: those of the DNS and those that are addresses (RFC 5280,
  /// section 4.2.1.6).
  private static final int DNS_NAME = 2;
  private static final int ADDRESS = 7;

  /// Reads both files. What is wrong with them is refused in a sentence.
  public static ServerCertificate read(TlsFiles files) {
    var chain = chain(files.certificate());
    var read = new ServerCertificate(chain, PemKey.read(files.key()));
    if (!read.belongTogether())
      throw new Refusal("The key in " + files.key() + " does not belong to the certificate in "
          + files.certificate() + ".");
    return read;
  }

  private static List<X509Certificate> chain(Path file) {
    var chain = new ArrayList<X509Certificate>();
    try {
      var factory = CertificateFactory.getInstance("X.509");
      for (var part : Pem.read(file)) {
        if (!part.getType().equals("CERTIFICATE")) continue;
        var in = new ByteArrayInputStream(part.getContent());
        chain.add((X509Certificate) factory.generateCertificate(in));
      }
    } catch (CertificateException e) {
      throw new Refusal("A certificate in " + file + " cannot be read. Is the file whole?");
    }
    if (chain.isEmpty()) throw new Refusal("There is no certificate in " + file + ".");
    return List.copyOf(chain);
  }

  /// Our own, without those who signed it.
  public X509Certificate own() {
    return chain.getFirst();
  }

  public Instant endsAt() {
    return own().getNotAfter().toInstant();
  }

  public Instant beginsAt() {
    return own().getNotBefore().toInstant();
  }

  /// The names that it is for, as they stand in it.
  public List<String> names() {
    return names(own());
  }

  /// Whether a browser takes it for this host (RFC 9525, section 6.3): a star stands for one label.
  public boolean isFor(String host) {
    var wanted = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    var dot = wanted.indexOf('.');
    var anyBeside = dot < 0 ? wanted : "*" + wanted.substring(dot);
    return names().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.equals(wanted) || name.equals(anyBeside));
  }

  /// Tells one certificate from another.
  public static String print(X509Certificate certificate) {
    try {
      return Sha256.hex(certificate.getEncoded());
    } catch (CertificateException e) {
      throw new IllegalStateException("A certificate that was read cannot be written.", e);
    }
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      if (all == null) return List.of();
      return all.stream()
          .filter(each ->
              each.getFirst() instanceof Integer kind && (kind == DNS_NAME || kind == ADDRESS))
          .map(each -> String.valueOf(each.get(1)))
          .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  /// What the key signs, the certificate has to confirm.
  private boolean belongTogether() {
    var algorithm = switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> "Ed25519";
    };
    var words = new byte[] {'k', 'e', 'p', 't'};
    try {
      var signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(words);
      var signed = signing.sign();
      var reading = Signature.getInstance(algorithm);
      reading.initVerify(own().getPublicKey());
      reading.update(words);
      return reading.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /// As text it leaves the key out.
  @Override
  public String toString() {
    return "ServerCertificate[" + String.join(", ", names()) + ", until " + endsAt() + "]";
  }
}
