package kept;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import kept.platform.tls.TlsFiles;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/// A certificate that signed itself, and its keys.
public record TestCertificate(X509Certificate certificate, KeyPair keys) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// With an elliptic key, good since yesterday and for a month.
  public static TestCertificate forNames(String... names) {
    return until(Instant.now().plus(Duration.ofDays(30)), names);
  }

  public static TestCertificate until(Instant end, String... names) {
    return make("EC", end, names);
  }

  /// `algorithm` is EC, RSA or Ed25519.
  public static TestCertificate make(String algorithm, Instant end, String... names) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      if (!algorithm.equals("Ed25519")) generator.initialize(algorithm.equals("EC") ? 256 : 2048);
      var keys = generator.generateKeyPair();
      return new TestCertificate(signed(algorithm, keys, end, names), keys);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate signed(
      String algorithm, KeyPair keys, Instant end, String... names)
      throws GeneralSecurityException, IOException {
    var kind = switch (algorithm) {
      case "EC" -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
      case "RSA" ->
        new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
      default -> new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.101.112"));
    };
    var who = new X500Name("CN=" + names[0]);
    var body = new V3TBSCertificateGenerator();
    body.setSerialNumber(new ASN1Integer(new BigInteger(60, RANDOM)));
    body.setIssuer(who);
    body.setSubject(who);
    body.setStartDate(new Time(Date.from(end.minus(Duration.ofDays(31)))));
    body.setEndDate(new Time(Date.from(end)));
    body.setSubjectPublicKeyInfo(
        SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
    body.setSignature(kind);
    var general = Arrays.stream(names).map(TestCertificate::name).toArray(GeneralName[]::new);
    body.setExtensions(new Extensions(new Extension(
        Extension.subjectAlternativeName, false, new GeneralNames(general).getEncoded("DER"))));
    var written = body.generateTBSCertificate();
    var signature = Signature.getInstance(
        switch (algorithm) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> "Ed25519";
        });
    signature.initSign(keys.getPrivate());
    signature.update(written.getEncoded("DER"));
    var whole = new ASN1EncodableVector();
    whole.add(written);
    whole.add(kind);
    whole.add(new DERBitString(signature.sign()));
    var encoded = new DERSequence(whole).getEncoded("DER");
    return (X509Certificate) CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(encoded));
  }

  private static GeneralName name(String name) {
    var isAddress = name.matches("[0-9.]+");
    return new GeneralName(isAddress ? GeneralName.iPAddress : GeneralName.dNSName, name);
  }

  /// Both files, as PEM; over those that are there.
  public TlsFiles in(Path folder) {
    return in(folder, "PRIVATE KEY", keys.getPrivate().getEncoded());
  }

  public TlsFiles in(Path folder, String kind, byte[] key) {
    try {
      var files = new TlsFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
      Files.writeString(files.certificate(), pem());
      Files.writeString(files.key(), pem(kind, key));
      return files;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public String pem() {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String pem(String kind, byte[] content) {
    var written = new StringWriter();
    try (var pem = new PemWriter(written)) {
      pem.writeObject(new PemObject(kind, content));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return written.toString();
  }

  /// For a client who trusts these and nobody else.
  public static SSLContext trusting(TestCertificate... certificates) {
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (var each : certificates)
        store.setCertificateEntry(each.certificate.getSerialNumber().toString(), each.certificate);
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
