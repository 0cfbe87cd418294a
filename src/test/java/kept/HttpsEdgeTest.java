package kept;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import kept.platform.http.WebSettings;
import kept.platform.tls.TlsFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// With a certificate of its own: https with HTTP/2, and the same certificate for mail and calls.
@Timeout(60)
class HttpsEdgeTest {
  private static final TestCertificate first = TestCertificate.forNames("localhost", "127.0.0.1");
  private static final TestCertificate second = TestCertificate.forNames("localhost", "127.0.0.1");
  private static final int PORT = TestPorts.next();
  private static final String DESK = "https://localhost:" + PORT;
  private static final TestShop shop = new TestShop();
  private static final TlsFiles files = first.in(folder());
  private static final TestKept kept = new TestKept(shop, HttpsEdgeTest::encrypted);

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void speaksHttp2WithWhoKnowsItAndHttp11WithAllOthers() throws Exception {
    assertThat(get(Version.HTTP_2, "/in").statusCode()).isEqualTo(200);
    assertThat(get(Version.HTTP_2, "/in").version()).isEqualTo(Version.HTTP_2);
    assertThat(get(Version.HTTP_1_1, "/in").version()).isEqualTo(Version.HTTP_1_1);
    assertThat(get(Version.HTTP_2, "/in").body())
        .isEqualTo(get(Version.HTTP_1_1, "/in").body());
    assertThat(kept.kept().httpsPort()).isEqualTo(PORT);
  }

  @Test
  void browsersAreToldToComeByHttpsAndKeepTheSessionForThisHostAlone() throws Exception {
    var back = shop.rooms.invitations.wayBack(shop.dana, shop.priya);

    var answer = send(HttpRequest.newBuilder(at(back))
        .header("Sec-Fetch-Site", "same-origin")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("password=kettle+under+the+stairs")));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Strict-Transport-Security"))
        .hasValue("max-age=31536000; includeSubDomains");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .hasSize(2)
        .allSatisfy(cookie -> assertThat(cookie)
            .startsWith("__Host-")
            .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
            .doesNotContain("Domain"));
    var session = answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("__Host-kept="))
        .map(cookie -> cookie.split(";")[0])
        .findFirst()
        .orElseThrow();
    assertThat(send(HttpRequest.newBuilder(at("/")).header("Cookie", session)).statusCode())
        .isEqualTo(200);
    assertThat(send(HttpRequest.newBuilder(at("/"))
                .header("Cookie", session.substring("__Host-".length())))
            .statusCode())
        .as("a cookie that a neighbour could have set")
        .isEqualTo(303);
  }

  @Test
  void whoComesInTheClearIsLedToHttps() {
    for (var path : new String[] {"/", "/in?next=%2Fc", "/p/abc", "/nowhere", "//evil.example/"}) {
      var answer = kept.stranger().get(path);

      assertThat(answer.statusCode()).as(path).isEqualTo(308);
      assertThat(TestBrowser.leadsTo(answer)).isEqualTo(DESK + path);
      assertThat(answer.headers().map()).doesNotContainKey("Strict-Transport-Security");
    }
  }

  @Test
  void aChangeAndAProgramInTheClearAreRefused() {
    var form = kept.stranger().post("/in", "email", "priya@example.com", "password", "x");
    var program = kept.program().get("/api/v1/agents");

    assertThat(form.statusCode()).isEqualTo(403).isEqualTo(program.statusCode());
    assertThat(form.body()).contains("Nothing is taken here without encryption.");
    assertThat(program.body()).contains("Send it to " + DESK + "/api/v1/agents.");
  }

  @Test
  void aMonitorMayAskInTheClear() {
    assertThat(kept.stranger().get("/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void oldVersionsOfTlsAreRefused() throws Exception {
    assertThat(shake("TLSv1.2")).isEqualTo(shake("TLSv1.3"));
    for (var minor = 0; minor <= 2; minor++) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
        socket.getOutputStream().write(hello(minor));

        var answer = socket.getInputStream().readNBytes(7);
        // An alert, fatal: protocol_version (RFC 8446, section 6.2).
        assertThat(answer).startsWith(0x15, 3).endsWith(0, 2, 2, 70);
      }
    }
  }

  @Test
  void aStreamOutlivesTheCertificateItBeganWith() throws Exception {
    var session = shop.rooms.sessions.start(shop.priya, "A test");
    try (var http = client(Version.HTTP_2)) {
      var stream = live(http, session);
      assertThat(stream.version()).isEqualTo(Version.HTTP_2);
      try (var heard = lines(stream.body())) {
        assertThat(heard.readLine()).isEqualTo("event: hello");
        renew();

        kept.shop.crackedTv();

        while (!heard.readLine().startsWith("event: changed"))
          assertThat(heard.ready()).isNotNull();
      }
    } finally {
      first.in(files.key().getParent());
    }
  }

  @Test
  void whoLeavesAStreamLeavesNothingRunning() throws Exception {
    var session = shop.rooms.sessions.start(shop.edie, "A test");
    try (var log = new TestLog();
        var http = client(Version.HTTP_2)) {
      live(http, session).body().close();
      for (int i = 0; i < 10; i++) {
        kept.shop.crackedTv();
        Thread.sleep(100);
      }

      assertThat(log.said()).doesNotContain("ERROR", "WARN");
    }
  }

  @Test
  void mailComesInUnderTheSameCertificate() throws Exception {
    try (var bare = new Socket(InetAddress.getLoopbackAddress(), kept.kept().smtpPort())) {
      var in = lines(bare.getInputStream());
      assertThat(in.readLine()).startsWith("220");
      say(bare, "EHLO van.example.com");
      var offered = new ArrayList<String>();
      do offered.add(in.readLine());
      while (offered.getLast().startsWith("250-"));
      assertThat(offered).contains("250 STARTTLS");
      say(bare, "STARTTLS");
      assertThat(in.readLine()).startsWith("220");

      try (var encrypted = (SSLSocket) TestCertificate.trusting(first, second)
          .getSocketFactory()
          .createSocket(bare, "localhost", bare.getPort(), true)) {
        encrypted.startHandshake();
        say(encrypted, "NOOP");
        assertThat(lines(encrypted.getInputStream()).readLine()).startsWith("250");
      }
    }
  }

  @Test
  void callsComeInUnderTheSameCertificate() throws Exception {
    shop.rooms.phones.add(shop.priya, shop.priya, "Workshop");
    var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (kept.kept().sipTlsPort() < 0 && System.nanoTime() < until) Thread.sleep(50);

    try (var phone = (SSLSocket) TestCertificate.trusting(first, second)
        .getSocketFactory()
        .createSocket(InetAddress.getLoopbackAddress(), kept.kept().sipTlsPort())) {
      say(phone, """
          OPTIONS sip:127.0.0.1 SIP/2.0\r
          Via: SIP/2.0/TLS 127.0.0.1:%d;branch=z9hG4bKkept\r
          From: <sip:101@127.0.0.1>;tag=1\r
          To: <sip:127.0.0.1>\r
          Call-ID: kept@127.0.0.1\r
          CSeq: 1 OPTIONS\r
          Max-Forwards: 70\r
          Content-Length: 0\r
          """.formatted(phone.getLocalPort()));
      assertThat(lines(phone.getInputStream()).readLine()).isEqualTo("SIP/2.0 200 OK");
    }
  }

  /// A ClientHello of SSL 3.0, TLS 1.0 or TLS 1.1 (RFC 4346, section 7.4.1.2).
  private static byte[] hello(int minor) {
    var hello = ByteBuffer.allocate(5 + 4 + 41)
        .put(new byte[] {0x16, 3, (byte) minor, 0, 45, 1, 0, 0, 41, 3, (byte) minor})
        .put(new byte[32])
        .put(new byte[] {0, 0, 2, (byte) 0xc0, 0x0a, 1, 0});
    return hello.array();
  }

  private static HttpResponse<InputStream> live(HttpClient http, String session) throws Exception {
    return http.send(
        HttpRequest.newBuilder(at("/live"))
            .header("Accept", "text/event-stream")
            .header("Cookie", "__Host-kept=" + session)
            .build(),
        BodyHandlers.ofInputStream());
  }

  private static void renew() throws Exception {
    second.in(files.key().getParent());
    var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!shown().equals(second.certificate()) && System.nanoTime() < until) Thread.sleep(100);
    assertThat(shown()).isEqualTo(second.certificate());
  }

  private static Object shown() throws Exception {
    return shake("TLSv1.3");
  }

  private static Object shake(String version) throws Exception {
    try (var socket = (SSLSocket) TestCertificate.trusting(first, second)
        .getSocketFactory()
        .createSocket(InetAddress.getLoopbackAddress(), PORT)) {
      socket.setSSLParameters(new SSLParameters(null, new String[] {version}));
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0];
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
  }

  private static BufferedReader lines(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, US_ASCII));
  }

  private static HttpResponse<String> get(Version version, String path) throws Exception {
    try (var http = client(version)) {
      return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (var http = client(Version.HTTP_2)) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static HttpClient client(Version version) {
    return HttpClient.newBuilder()
        .version(version)
        .sslContext(TestCertificate.trusting(first, second))
        .build();
  }

  private static URI at(String path) {
    return URI.create(DESK + path);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(shop.folder, "tls");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Config encrypted(Config usual) {
    var phone = usual.phone();
    return new Config(
        usual.ground(),
        new WebSettings("127.0.0.1", 0, PORT, DESK, Set.of(), true),
        usual.mail(),
        new Config.Phone(
            phone.bind(), 0, 0, phone.firstSound(), phone.lastSound(), phone.address()),
        files);
  }
}
