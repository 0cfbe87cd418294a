package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLServerSocket;
import kept.platform.KeptClock;
import kept.platform.http.WebSettings;
import kept.platform.tls.Tls;
import kept.platform.tls.TlsFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorOfTlsTest {
  private static final Instant END = Instant.parse("2027-03-01T00:00:00Z");

  @TempDir
  private Path folder;

  @Test
  void saysHowLongItIsGoodAndForWhom() {
    var files = own(END, "desk.example.com");

    assertThat(said(files, END.minus(Duration.ofDays(29))))
        .contains("ok    The certificate is good until 2027-03-01, for 29 days")
        .contains("ok    The certificate is for desk.example.com");
    assertThat(said(files, END.minus(Duration.ofDays(13))))
        .contains(
            "do    The certificate is good until 2027-03-01, for 13 days. Nobody has renewed");
    assertThat(said(files, END.plusSeconds(1)))
        .contains("do    The certificate ended on 2027-03-01: browsers refuse it.");
    assertThat(said(files, END.minus(Duration.ofDays(40))))
        .contains("do    The certificate begins on 2027-01-29.");
  }

  @Test
  void saysThatItIsForAnotherName() {
    assertThat(said(own(END, "www.example.com", "example.com"), END))
        .contains("do    The certificate is not for desk.example.com, where KEPT_PUBLIC_URL leads,"
            + " but for www.example.com, example.com.");
  }

  @Test
  void saysThatNobodySignedIt() {
    assertThat(said(own(END, "desk.example.com"), END))
        .contains("do    The certificate signed itself");
  }

  @Test
  void saysThatTheKeyDoesNotFit() throws IOException {
    var files = own(END, "desk.example.com");
    Files.writeString(
        files.certificate(), TestCertificate.forNames("desk.example.com").pem());

    assertThat(said(files, END)).startsWith("do    The key in " + files.key() + " does not belong");
  }

  @Test
  void saysThatEverybodyMayReadTheKey() throws IOException {
    var files = own(END, "desk.example.com");
    Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(said(files, END)).contains("do    Everybody on this machine may read the key");

    Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-r-----"));
    assertThat(said(files, END)).doesNotContain("may read the key");
  }

  @Test
  void saysWhetherThePortShowsIt() throws Exception {
    var clock = new KeptClock();
    var files = TestCertificate.forNames("desk.example.com").in(folder);
    try (var tls = Tls.open(files, () -> END.minus(Duration.ofDays(400)));
        var door = (SSLServerSocket) tls.context()
            .getServerSocketFactory()
            .createServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> shakeHands(door));
      var looking = new DoctorOfTls(config(files, door.getLocalPort()), clock, true);
      assertThat(lines(looking))
          .contains("ok    Port " + door.getLocalPort() + " shows this certificate");

      var broken = TestCertificate.forNames("desk.example.com");
      var other = broken.in(Files.createDirectories(folder.resolve("other")));
      var beside = new DoctorOfTls(config(other, door.getLocalPort()), clock, true);
      assertThat(lines(beside))
          .contains(
              "do    Port " + door.getLocalPort() + " shows another certificate, good until ");
    }
  }

  @Test
  void withoutOneItSaysWhatThatMeans() {
    assertThat(said(null, END)).startsWith("skip  KEPT_TLS_CERT is not set");
  }

  private static void shakeHands(SSLServerSocket door) {
    while (!door.isClosed()) {
      try (var socket = door.accept()) {
        assertThat(socket.getInputStream().read()).isNegative();
      } catch (IOException gone) {
        if (door.isClosed()) return;
      }
    }
  }

  private TlsFiles own(Instant end, String... names) {
    return TestCertificate.until(end, names).in(folder);
  }

  private String said(@Nullable TlsFiles files, Instant now) {
    InstantSource clock = () -> now;
    return lines(new DoctorOfTls(config(files, 443), clock, false));
  }

  private static String lines(DoctorOfTls doctor) {
    return doctor.certificate().stream().map(Finding::line).collect(Collectors.joining("\n"));
  }

  private Config config(@Nullable TlsFiles files, int port) {
    return new Config(
        Config.Ground.in(folder, null),
        new WebSettings("127.0.0.1", 0, port, "https://desk.example.com", Set.of()),
        new Config.Mail("127.0.0.1", 0, null),
        new Config.Phone("127.0.0.1", 0, 20000, 29999, null),
        files);
  }
}
