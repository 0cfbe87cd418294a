package kept.platform.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A push service on this machine: real HTTPS, real signatures, real keys. It takes a message only
/// if RFC 8030, 8291 and 8292 are kept, and its browsers read what arrives.
public final class PushService implements AutoCloseable {
  /// What arrived: the words as the browser read them, and the head of the request.
  public record Arrived(String words, Map<String, List<String>> head) {
    public String header(String name) {
      return head.getOrDefault(name, List.of("")).getFirst();
    }
  }

  /// What it answers next, instead of 201.
  public record Answer(int status, String words, Map<String, String> head) {
    public static Answer of(int status) {
      return new Answer(status, "", Map.of());
    }
  }

  private static final SSLContext TLS = certificate();

  private final Map<String, Receiver> browsers = new ConcurrentHashMap<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
  private final HttpsServer server;
  private volatile Duration delay = Duration.ZERO;

  public PushService() {
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(TLS));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  /// A reach that ends on this machine, for those who send to it.
  public static PushReach reach() {
    return new PushReach(InetAddress::isLoopbackAddress, TLS);
  }

  /// A browser subscribes.
  public PushAddress subscribe(String name) {
    var receiver = Receiver.fresh();
    browsers.put("/push/" + name, receiver);
    return receiver.address(origin() + "/push/" + name);
  }

  public String origin() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  public void answers(Answer... next) {
    answers.addAll(List.of(next));
  }

  public void isSlow(Duration by) {
    delay = by;
  }

  /// What arrived next, within a while.
  public Arrived next() {
    try {
      var message = arrived.poll(10, TimeUnit.SECONDS);
      if (message == null) throw new AssertionError("Nothing arrived at the push service.");
      return message;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public int waiting() {
    return arrived.size();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      if (delay.isPositive()) Thread.sleep(delay);
      var answer = answers.poll();
      if (answer == null) answer = accept(exchange, body);
      answer.head().forEach(exchange.getResponseHeaders()::set);
      var words = answer.words().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), words.length == 0 ? -1 : words.length);
      if (words.length > 0) exchange.getResponseBody().write(words);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer accept(HttpExchange exchange, byte[] body) {
    var head = exchange.getRequestHeaders();
    var receiver = browsers.get(exchange.getRequestURI().getPath());
    if (receiver == null) return Answer.of(404);
    if (!exchange.getRequestMethod().equals("POST")) return Answer.of(405);
    if (head.getFirst("TTL") == null || !head.getFirst("TTL").matches("\\d+"))
      return Answer.of(400);
    if (!"aes128gcm".equals(head.getFirst("Content-Encoding"))) return Answer.of(415);
    if (body.length > 4096) return Answer.of(413);
    var topic = head.getFirst("Topic");
    if (topic != null && !topic.matches("[A-Za-z0-9_-]{1,32}")) return Answer.of(400);
    if (!VapidTest.isSigned(head.getFirst("Authorization"))) return Answer.of(403);
    arrived.add(new Arrived(receiver.read(body), head));
    return new Answer(201, "", Map.of("Location", origin() + "/message/1"));
  }

  private static SSLContext certificate() {
    try {
      var folder = Files.createTempDirectory("push");
      var file = folder.resolve("push.p12");
      var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
      var command = (keytool + " -genkeypair -alias push -keyalg EC -dname CN=localhost"
              + " -ext san=dns:localhost -storetype PKCS12 -storepass changeit -keystore " + file)
          .split(" ");
      if (new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() != 0)
        throw new IllegalStateException("keytool made no certificate.");
      var store = KeyStore.getInstance("PKCS12");
      try (var in = Files.newInputStream(file)) {
        store.load(in, "changeit".toCharArray());
      }
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, "changeit".toCharArray());
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var tls = SSLContext.getInstance("TLS");
      tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return tls;
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
