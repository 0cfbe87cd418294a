package kept.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import kept.TestCertificate;
import kept.platform.Refusal;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerCertificateTest {
  private static final Instant END = Instant.parse("2027-03-01T00:00:00Z");

  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA", "Ed25519"})
  void readsAKeyAsProgramsOfTodayWriteIt(String algorithm) {
    var made = TestCertificate.make(algorithm, END, "desk.example.com");

    var read = ServerCertificate.read(made.in(folder));

    assertThat(read.own()).isEqualTo(made.certificate());
    assertThat(read.key()).isEqualTo(made.keys().getPrivate());
    assertThat(read.endsAt()).isEqualTo(END);
  }

  /// As `openssl genrsa -traditional` and `openssl ecparam -genkey` write them.
  @ParameterizedTest
  @CsvSource({"RSA, RSA PRIVATE KEY", "EC, EC PRIVATE KEY"})
  void readsAKeyAsOldProgramsWriteIt(String algorithm, String kind) throws Exception {
    var made = TestCertificate.make(algorithm, END, "desk.example.com");
    var info = PrivateKeyInfo.getInstance(made.keys().getPrivate().getEncoded());
    var bare = info.parsePrivateKey().toASN1Primitive().getEncoded();
    var files = made.in(folder, kind, withCurve(info, kind, bare));

    assertThat(ServerCertificate.read(files).key().getAlgorithm()).isEqualTo(algorithm);
  }

  @Test
  void keepsWhoSignedItBehindIt() throws Exception {
    var made = TestCertificate.forNames("desk.example.com");
    var signer = TestCertificate.forNames("signer.example.com");
    var files = made.in(folder);
    Files.writeString(files.certificate(), "for desk.example.com\n" + made.pem() + signer.pem());

    assertThat(ServerCertificate.read(files).chain())
        .containsExactly(made.certificate(), signer.certificate());
  }

  @Test
  void aKeyOfAnotherCertificateIsRefused() throws Exception {
    var files = TestCertificate.forNames("desk.example.com").in(folder);
    for (var algorithm : new String[] {"EC", "RSA"}) {
      var other = TestCertificate.make(algorithm, END, "desk.example.com");
      Files.writeString(
          files.key(),
          TestCertificate.pem("PRIVATE KEY", other.keys().getPrivate().getEncoded()));

      refused(files, "The key in " + files.key() + " does not belong to the certificate in ");
    }
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    var made = TestCertificate.forNames("desk.example.com");
    var files = made.in(folder);
    var whole = Files.readString(files.key());

    Files.writeString(files.key(), TestCertificate.pem("ENCRYPTED PRIVATE KEY", new byte[9]));
    refused(files, "has a passphrase");
    Files.writeString(
        files.key(),
        whole.replace("KEY-----\n", "KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES\n\n"));
    refused(files, "has a passphrase");
    Files.writeString(files.key(), whole.substring(0, whole.length() / 2));
    refused(files, files.key() + " is no PEM file, or only a part of one");
    Files.writeString(files.key(), TestCertificate.pem("PRIVATE KEY", new byte[] {1, 2, 3}));
    refused(files, "The key in " + files.key() + " cannot be read.");
    Files.writeString(files.key(), made.pem());
    refused(files, "There is no private key in " + files.key());
    Files.delete(files.key());
    refused(files, "There is no file " + files.key());
    made.in(folder);
    Files.writeString(files.certificate(), whole);
    refused(files, "There is no certificate in " + files.certificate());
    Files.writeString(files.certificate(), TestCertificate.pem("CERTIFICATE", new byte[9]));
    refused(files, "A certificate in " + files.certificate() + " cannot be read.");
  }

  @Test
  void saysWhichHostsItIsFor() {
    var read = ServerCertificate.read(
        TestCertificate.forNames("desk.example.com", "*.shop.example.com", "192.0.2.7")
            .in(folder));

    assertThat(
            new String[] {"desk.example.com", "DESK.example.com", "a.shop.example.com", "192.0.2.7"
            })
        .allMatch(read::isFor);
    assertThat(new String[] {
          "example.com",
          "other.example.com",
          "shop.example.com",
          "a.b.shop.example.com",
          "192.0.2.8",
          "localhost"
        })
        .noneMatch(read::isFor);
  }

  @Test
  void saysNothingOfItsKeyInALog() {
    var made = TestCertificate.until(END.plus(Duration.ofDays(1)), "desk.example.com");

    assertThat(ServerCertificate.read(made.in(folder)))
        .hasToString("ServerCertificate[desk.example.com, until 2027-03-02T00:00:00Z]");
  }

  private static void refused(TlsFiles files, String words) {
    assertThatThrownBy(() -> ServerCertificate.read(files))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(words);
  }

  /// Only a key that stands alone names its curve.
  private static byte[] withCurve(PrivateKeyInfo info, String kind, byte[] bare) throws Exception {
    if (kind.startsWith("RSA")) return bare;
    var key = ECPrivateKey.getInstance(bare);
    return new ECPrivateKey(256, key.getKey(), info.getPrivateKeyAlgorithm().getParameters())
        .getEncoded();
  }
}
