package kept.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import kept.platform.http.Assets;

/// Serves made-up pages with the real headers, so that a real browser can judge them.
final class Gallery implements AutoCloseable {

  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
          + "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "kept.pages");
  private final Map<String, Supplier<String>> pages = new LinkedHashMap<>();
  private final HttpServer server;
  final Assets assets = Assets.read();

  Gallery() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  void add(String path, String template, Map<String, Object> values) {
    pages.put(path, () -> {
      var output = new StringOutput();
      engine.render(template, values, output);
      return output.toString();
    });
  }

  Iterable<String> paths() {
    return pages.keySet();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  String html(String path) {
    var page = pages.get(path);
    if (page == null) throw new IllegalArgumentException(path);
    return page.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var asset = assets.find(path);
    if (asset.isPresent()) {
      send(exchange, 200, asset.get().contentType(), asset.get().bytes());
    } else if (pages.containsKey(path)) {
      exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
      send(exchange, 200, "text/html; charset=utf-8", html(path).getBytes(UTF_8));
    } else {
      send(exchange, 204, "text/plain", new byte[0]);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
