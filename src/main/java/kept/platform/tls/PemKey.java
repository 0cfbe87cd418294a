package kept.platform.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import kept.platform.Refusal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;

/// A private key as programs write them: PKCS#8 (RFC 5208), PKCS#1 for RSA (RFC 8017), SEC 1 for
/// elliptic curves (RFC 5915). Java reads the first, so the others are put into it.
final class PemKey {
  /// RFC 8410, section 3.
  private static final ASN1ObjectIdentifier ED25519 = new ASN1ObjectIdentifier("1.3.101.112");

  private PemKey() {}

  static PrivateKey read(Path file) {
    return Pem.read(file).stream()
        .flatMap(part -> known(part, file).stream())
        .findFirst()
        .map(info -> key(info, file))
        .orElseThrow(() -> new Refusal("There is no private key in " + file + "."));
  }

  private static Optional<PrivateKeyInfo> known(PemObject part, Path file) {
    if (part.getType().equals("ENCRYPTED PRIVATE KEY") || !part.getHeaders().isEmpty())
      throw new Refusal("The key in " + file + " has a passphrase, which nobody could type when"
          + " Kept starts by itself. Take it off: openssl pkey -in " + file + " -out new.pem");
    try {
      return switch (part.getType()) {
        case "PRIVATE KEY" -> Optional.of(PrivateKeyInfo.getInstance(part.getContent()));
        case "RSA PRIVATE KEY" -> Optional.of(rsa(part));
        case "EC PRIVATE KEY" -> Optional.of(elliptic(part));
        default -> Optional.empty();
      };
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file);
    }
  }

  private static PrivateKeyInfo rsa(PemObject part) throws IOException {
    var kind = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    return new PrivateKeyInfo(kind, RSAPrivateKey.getInstance(part.getContent()));
  }

  private static PrivateKeyInfo elliptic(PemObject part) throws IOException {
    var key = ECPrivateKey.getInstance(part.getContent());
    var kind =
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject());
    return new PrivateKeyInfo(kind, key);
  }

  private static PrivateKey key(PrivateKeyInfo info, Path file) {
    var kind = info.getPrivateKeyAlgorithm().getAlgorithm();
    try {
      String algorithm;
      if (kind.equals(PKCSObjectIdentifiers.rsaEncryption)) algorithm = "RSA";
      else if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) algorithm = "EC";
      else if (kind.equals(ED25519)) algorithm = "Ed25519";
      else
        throw new Refusal(
            "The key in " + file + " is of a kind that browsers do not take. Use RSA or EC.");
      return KeyFactory.getInstance(algorithm)
          .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      throw unreadable(file);
    }
  }

  private static Refusal unreadable(Path file) {
    return new Refusal("The key in " + file + " cannot be read. Is it whole?");
  }
}
