package kept.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import kept.TestCertificate;
import kept.platform.KeptClock;
import kept.platform.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsReloadTest {
  @TempDir
  private Path folder;

  private final TestCertificate first = TestCertificate.forNames("localhost");
  private final TestCertificate second = TestCertificate.forNames("localhost");
  private Tls tls;
  private SSLServerSocket door;

  @BeforeEach
  void open() throws Exception {
    tls = Tls.open(first.in(folder), new KeptClock());
    door = (SSLServerSocket) tls.context()
        .getServerSocketFactory()
        .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::echo);
  }

  @AfterEach
  void close() throws Exception {
    door.close();
    tls.close();
  }

  @Test
  void whoConnectsFromThenOnSeesTheNewOneAndNobodyElseNotices() throws Exception {
    try (var before = connect()) {
      assertThat(shownTo(before)).isEqualTo(first.certificate());

      second.in(folder);
      tls.look();

      assertThat(talk(before)).isEqualTo(7);
      try (var after = connect()) {
        assertThat(shownTo(after)).isEqualTo(second.certificate());
      }
      assertThat(talk(before)).isEqualTo(7);
    }
  }

  @Test
  void aHandshakeUnderWayEndsWithTheOneItBegan() {
    var keys = (ShownKeys) tls.keys()[0];
    var begun = keys.chooseEngineServerAlias("EC", null, null);

    second.in(folder);
    tls.look();

    assertThat(keys.getCertificateChain(begun)).containsExactly(first.certificate());
    assertThat(keys.getPrivateKey(begun)).isEqualTo(first.keys().getPrivate());
  }

  @Test
  void oneThatCannotBeUsedIsSaidAndTheOneBeforeStays() throws Exception {
    Files.writeString(folder.resolve("cert.pem"), second.pem());
    tls.look();

    assertThat(tls.trouble().orElseThrow()).contains("does not belong to the certificate");
    try (var client = connect()) {
      assertThat(shownTo(client)).isEqualTo(first.certificate());
    }

    second.in(folder);
    tls.look();
    assertThat(tls.trouble()).isEmpty();
    assertThat(tls.shown().own()).isEqualTo(second.certificate());
  }

  @Test
  void oneThatIsOverOrGoneDoesNotReplaceOneThatIsGood() throws Exception {
    TestCertificate.until(Instant.now().minus(Duration.ofHours(1)), "localhost").in(folder);
    tls.look();
    assertThat(tls.trouble().orElseThrow()).contains(" ended at ");

    Files.delete(folder.resolve("cert.pem"));
    tls.look();
    assertThat(tls.trouble().orElseThrow()).startsWith("There is no file ");
    assertThat(tls.shown().own()).isEqualTo(first.certificate());
  }

  @Test
  void looksByItself() throws Exception {
    second.in(folder);

    var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!tls.shown().own().equals(second.certificate()) && System.nanoTime() < until)
      Thread.sleep(50);

    assertThat(tls.shown().own()).isEqualTo(second.certificate());
  }

  @Test
  void aStartWithFilesThatCannotBeUsedIsRefused() throws Exception {
    var files = second.in(folder);
    Files.writeString(files.key(), "nothing");

    assertThatThrownBy(() -> Tls.open(files, new KeptClock()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("There is no private key in ");
  }

  private SSLSocket connect() throws Exception {
    var socket = (SSLSocket) TestCertificate.trusting(first, second)
        .getSocketFactory()
        .createSocket(InetAddress.getLoopbackAddress(), door.getLocalPort());
    socket.startHandshake();
    return socket;
  }

  private static Certificate shownTo(SSLSocket socket) throws Exception {
    return socket.getSession().getPeerCertificates()[0];
  }

  private static int talk(SSLSocket socket) throws Exception {
    socket.getOutputStream().write(7);
    return socket.getInputStream().read();
  }

  private void echo() {
    while (!door.isClosed()) {
      try {
        var socket = door.accept();
        Thread.ofVirtual().start(() -> {
          try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
          } catch (IOException gone) {
            assertThat(gone).isNotNull();
          }
        });
      } catch (IOException closed) {
        return;
      }
    }
  }
}
