package kept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import kept.platform.http.WebSettings;
import kept.platform.tls.TlsFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Kept behind the proxies that docs/operations.md shows, each as Debian has it.
@Timeout(120)
class BehindAProxyEdgeTest {
  private static final int MEGABYTE = 1 << 20;
  private static final String HEAD =
      "--kept\r\nContent-Disposition: form-data; name=\"channel\"\r\n\r\nnote\r\n"
          + "--kept\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nHere.\r\n"
          + "--kept\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.bin\"\r\n\r\n";

  enum Kind {
    NGINX,
    CADDY
  }

  @TempDir
  private Path folder;

  private final TestCertificate certificate = TestCertificate.forNames("localhost");
  private final int port = TestPorts.next();
  private final String desk = "https://localhost:" + port;
  private final TestShop shop = new TestShop();
  private final TestKept kept = new TestKept(
      shop,
      usual -> new Config(
          usual.ground(),
          new WebSettings("127.0.0.1", 0, desk, Set.of("127.0.0.1")),
          usual.mail(),
          usual.phone()));

  @AfterEach
  void close() {
    kept.close();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void guessersAreToldApartByTheirOwnAddress(Kind kind) throws Exception {
    try (var proxy = before(kind);
        var guesser = from("127.0.0.2");
        var other = from("127.0.0.3")) {
      assertThat(proxy).isNotNull();
      assertThat(takenUntilSlowed(guesser, desk)).isEqualTo(20);
      assertThat(guess(guesser, desk, "x@example.com", "203.0.113.9"))
          .as("says that somebody else asked")
          .isEqualTo(429);
      assertThat(guess(other, desk, "y@example.com", null)).isEqualTo(422);
    }
  }

  /// Whoever reaches us beside the proxy may write what they like and is still who they are.
  @Test
  void whatOthersSayOfThemselvesIsPassedOver() throws Exception {
    try (var liar = from("127.0.0.4")) {
      assertThat(takenUntilSlowed(liar, kept.at("").toString())).isEqualTo(20);
    }
  }

  /// Some proxies write what they saw in a line of its own, below what the client wrote.
  @Test
  void aLineThatAStrangerPutAboveTheProxysIsPassedOver() throws Exception {
    try (var proxy = HttpClient.newHttpClient()) {
      assertThat(takenOf(24, i -> () -> guessBelow(proxy, i))).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void pagesFormsAndCookiesAreThoseOfHttps(Kind kind) throws Exception {
    try (var proxy = before(kind);
        var browser = from("127.0.0.1")) {
      assertThat(proxy).isNotNull();
      var page = browser.send(get("/in").build(), BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Strict-Transport-Security"))
          .hasValue("max-age=31536000");

      var link = shop.rooms.invitations.wayBack(shop.dana, shop.priya);
      var form = HttpRequest.newBuilder(URI.create(desk + link))
          .header("Origin", desk)
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString("password=kettle+under+the+stairs"));
      var welcome = browser.send(form.build(), BodyHandlers.ofString());
      assertThat(welcome.statusCode()).isEqualTo(303);
      assertThat(welcome.headers().allValues("Set-Cookie"))
          .isNotEmpty()
          .allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-").contains("Secure"));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void newsComesAsItHappens(Kind kind) throws Exception {
    try (var proxy = before(kind);
        var browser = from("127.0.0.1")) {
      assertThat(proxy).isNotNull();
      var stream = browser.send(
          signedIn(get("/live").header("Accept", "text/event-stream")).build(),
          BodyHandlers.ofInputStream());
      try (var heard = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
        assertThat(heard.readLine()).isEqualTo("event: hello");
        var since = System.nanoTime();
        shop.crackedTv();
        while (!heard.readLine().startsWith("event: changed")) assertThat(heard).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(3));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void filesComeUpToTheLimitAndAboveItInWords(Kind kind) throws Exception {
    var tv = shop.crackedTv();
    try (var proxy = before(kind);
        var browser = from("127.0.0.1")) {
      assertThat(proxy).isNotNull();
      var path = "/c/" + tv.id() + "/messages";

      assertThat(upload(browser, path, 19_000_000).statusCode()).isEqualTo(303);
      var tooMuch = upload(browser, path, 40 * MEGABYTE);
      assertThat(tooMuch.statusCode()).isEqualTo(413);
      assertThat(tooMuch.body())
          .contains("That is more than can be sent at once: 26 MB with files");
    }
  }

  private HttpResponse<String> upload(HttpClient browser, String path, int bytes) throws Exception {
    var form = HEAD + "x".repeat(bytes) + "\r\n--kept--\r\n";
    var request = HttpRequest.newBuilder(URI.create(desk + path))
        .header("Sec-Fetch-Site", "same-origin")
        .header("Content-Type", "multipart/form-data; boundary=kept")
        .POST(BodyPublishers.ofString(form));
    return browser.send(signedIn(request).build(), BodyHandlers.ofString());
  }

  /// A wrong guess takes its time, so they are made side by side.
  private static long takenOf(int guesses, IntFunction<Callable<Integer>> guess) throws Exception {
    try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
      var made =
          IntStream.range(0, guesses).mapToObj(guess).map(guessers::submit).toList();
      long taken = 0;
      for (var each : made) {
        assertThat(each.get()).isIn(422, 429);
        if (each.get() == 422) taken++;
      }
      return taken;
    }
  }

  private long takenUntilSlowed(HttpClient guesser, String door) throws Exception {
    return takenOf(24, i -> () -> guess(guesser, door, i + "@example.com", "198.51.100." + i));
  }

  private int guessBelow(HttpClient proxy, int tried) throws Exception {
    var request = HttpRequest.newBuilder(kept.at("/in"))
        .header("X-Forwarded-For", "198.51.100." + tried)
        .header("X-Forwarded-For", "203.0.113.9")
        .header("X-Forwarded-Proto", "https")
        .header("Sec-Fetch-Site", "same-origin")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("email=" + tried + "%40example.com&password=wrong"));
    return proxy.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private int guess(HttpClient guesser, String door, String email, @Nullable String pretended)
      throws Exception {
    var request = HttpRequest.newBuilder(URI.create(door + "/in"))
        .header("Sec-Fetch-Site", "same-origin")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("email=" + email.replace("@", "%40") + "&password=wrong"));
    if (pretended != null) {
      request.header("X-Forwarded-For", pretended);
      request.header("X-Real-IP", pretended);
      request.header("Forwarded", "for=" + pretended);
    }
    return guesser.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create(desk + path));
  }

  private HttpRequest.Builder signedIn(HttpRequest.Builder request) {
    return request.header(
        "Cookie", "__Host-kept=" + shop.rooms.sessions.start(shop.priya, "A test"));
  }

  /// Somebody at this address of the loopback network.
  private HttpClient from(String address) {
    return HttpClient.newBuilder()
        .localAddress(InetAddress.ofLiteral(address))
        .sslContext(TestCertificate.trusting(certificate))
        .build();
  }

  private TestProxy before(Kind kind) throws Exception {
    TlsFiles tls = certificate.in(Files.createDirectories(folder.resolve("tls")));
    return switch (kind) {
      case NGINX -> TestProxy.nginx(folder, port, kept.kept().httpPort(), tls);
      case CADDY -> TestProxy.caddy(folder, port, kept.kept().httpPort(), tls);
    };
  }
}
