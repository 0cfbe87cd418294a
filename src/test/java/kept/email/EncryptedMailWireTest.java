package kept.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import kept.platform.Sender.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class EncryptedMailWireTest {
  private static final Instant NOW = Instant.parse("2026-11-03T09:02:00Z");
  private static final byte[] MAIL =
      MailWriter.write(MailWriterTest.toChuck("Re: TV", "By five.", null), NOW);

  @TempDir
  static Path folder;

  private static SSLContext tls;

  @BeforeAll
  static void makeACertificate() throws Exception {
    var file = folder.resolve("test.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made = new ProcessBuilder(
            keytool,
            "-genkeypair",
            "-alias",
            "kept",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            "changeit",
            "-keystore",
            file.toString())
        .redirectErrorStream(true)
        .start();
    assertThat(made.waitFor()).isZero();
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, "changeit".toCharArray());
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, "changeit".toCharArray());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
  }

  private final RecordedDrop drop = new RecordedDrop();

  private SmtpDoor door(boolean withTls) {
    var bind = InetAddress.getLoopbackAddress();
    return SmtpDoor.open(
        SmtpDoor.Settings.usual(bind, 0, "relay.example.com", withTls ? tls : null),
        drop,
        () -> NOW);
  }

  private static Relay relay(String host, int port) {
    return new Relay(RelayAddress.parse("smtp://" + host + ":" + port), "marlow.example.com", tls);
  }

  @Test
  void sendsThroughStartTls() {
    try (var door = door(true)) {
      assertThat(relay("localhost", door.port()).send(MAIL, "", "dana@marlow.example.com"))
          .isInstanceOf(Outcome.Sent.class);
      assertThat(drop.taken.getFirst().envelope().encrypted()).isTrue();
    }
  }

  @Test
  void sendsNothingWithoutStartTlsOrToAnotherName() {
    try (var bare = door(false);
        var other = door(true)) {
      assertThat(relay("localhost", bare.port()).send(MAIL, "", "dana@marlow.example.com"))
          .isInstanceOf(Outcome.Later.class);
      assertThat(relay("127.0.0.1", other.port()).send(MAIL, "", "dana@marlow.example.com"))
          .isInstanceOf(Outcome.Later.class);
      assertThat(drop.taken).isEmpty();
    }
  }

  @Test
  void forgetsWhatWasSaidInTheClear() throws IOException {
    try (var door = door(true);
        var client = new SmtpClient(door.port())) {
      client.reply();
      assertThat(client.say("EHLO van.example.com")).contains("STARTTLS");
      client.say("MAIL FROM:<chuck@example.com>");
      assertThat(client.say("STARTTLS")).startsWith("220");
      client.use(
          tls.getSocketFactory().createSocket(client.socket(), "localhost", door.port(), true));

      assertThat(client.say("RCPT TO:<help@marlow.example.com>")).startsWith("503");
      assertThat(client.say("EHLO van.example.com")).startsWith("250").doesNotContain("STARTTLS");
      assertThat(client.say("STARTTLS")).startsWith("502");
    }
  }

  @Test
  void hangsUpOnCommandsHiddenBehindStartTls() throws IOException {
    try (var door = door(true);
        var client = new SmtpClient(door.port())) {
      client.reply();
      client.say("EHLO van.example.com");
      client.send("STARTTLS\r\nMAIL FROM:<evil@example.com>\r\n");
      client.reply();

      assertThat(client.reply()).isEmpty();
    }
  }
}
