package kept.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kept.Rooms;
import kept.TestKept;
import kept.TestShop;
import kept.platform.Json;
import kept.platform.SettableClock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Marlow & Daughter as a program meets it: the whole of Kept on a port, and tokens. Every answer
/// is held against `openapi.yaml`.
final class Wire implements AutoCloseable {
  private static final Description DESCRIPTION = Description.read();

  final TestKept kept = new TestKept();
  final TestShop shop = kept.shop;
  final Rooms rooms = kept.rooms;
  final SettableClock clock = kept.clock;
  private final HttpClient client = HttpClient.newHttpClient();

  /// One for each test, since each has a pace of its own.
  String token() {
    return rooms.tokens.create("a test", shop.dana);
  }

  /// `GET /promises/{id}` and all the others that are really there.
  Set<String> routes() {
    var routes = new TreeSet<String>();
    for (var door : kept.kept().doors()) {
      if (!door.path().startsWith(Api.PREFIX)) continue;
      routes.add(door.method() + " " + door.path().substring(Api.PREFIX.length()));
    }
    return routes;
  }

  /// What came back, with the body as JSON when it is.
  record Reply(int status, JsonNode json, HttpResponse<byte[]> whole) {
    String header(String name) {
      return whole.headers().firstValue(name).orElse("");
    }

    String detail() {
      return json.path("detail").asString("");
    }
  }

  Reply get(String token, String path) {
    return send("GET", token, path, null);
  }

  Reply post(String token, String path, String json) {
    return send("POST", token, path, BodyPublishers.ofString(json));
  }

  /// With headers: name, value, name, value.
  Reply send(
      String method, String token, String path, @Nullable BodyPublisher body, String... headers) {
    var all = new HashMap<String, String>();
    if (!token.isEmpty()) all.put("Authorization", "Bearer " + token);
    if (body != null) all.put("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) all.put(headers[i], headers[i + 1]);
    var url = kept.at(path.startsWith("/api") ? path : Api.PREFIX + path);
    var request =
        HttpRequest.newBuilder(url).method(method, body == null ? BodyPublishers.noBody() : body);
    all.forEach(request::header);
    return reply(method, path, sent(request.build()));
  }

  private static Reply reply(String method, String path, HttpResponse<byte[]> response) {
    var type = response.headers().firstValue("Content-Type").orElse("");
    if (!type.contains("json"))
      return new Reply(response.statusCode(), Json.MAPPER.nullNode(), response);
    var json = Json.MAPPER.readTree(response.body());
    DESCRIPTION.check(Map.entry(method, path), response.statusCode(), json);
    return new Reply(response.statusCode(), json, response);
  }

  private HttpResponse<byte[]> sent(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kept.close();
  }
}
