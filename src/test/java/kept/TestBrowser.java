package kept;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a browser without scripts does: sends forms, keeps cookies, says where it comes from. It
/// stays where it is when it is led elsewhere, so that a test can see. For one thread.
public final class TestBrowser {
  private final TestKept kept;
  private final HttpClient http;
  private final Map<String, String> cookies = new HashMap<>();
  private final Map<String, String> headers = new HashMap<>();

  TestBrowser(TestKept kept, HttpClient http) {
    this.kept = kept;
    this.http = http;
  }

  public TestBrowser with(String cookie, String value) {
    cookies.put(cookie, value);
    return this;
  }

  public TestBrowser header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public TestBrowser bearing(String token) {
    return header("Authorization", "Bearer " + token);
  }

  public Map<String, String> cookies() {
    return cookies;
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  /// Sends a form: name, value, name, value.
  public HttpResponse<String> post(String path, String... fields) {
    var form = Stream.iterate(0, i -> i < fields.length, i -> i + 2)
        .map(i -> encoded(fields[i]) + "=" + encoded(fields[i + 1]))
        .collect(Collectors.joining("&"));
    return send("POST", path, BodyPublishers.ofString(form));
  }

  public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body) {
    var request = HttpRequest.newBuilder(kept.at(path)).method(method, body);
    if (!headers.containsKey("Origin")) request.header("Origin", kept.at("").toString());
    if (!headers.containsKey("Content-Type"))
      request.header("Content-Type", "application/x-www-form-urlencoded");
    headers.forEach(request::header);
    if (!cookies.isEmpty()) request.header("Cookie", written(cookies));
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Where an answer leads; empty when it does not.
  public static String leadsTo(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private void keep(String setCookie) {
    var pair = setCookie.split(";", 2)[0].split("=", 2);
    if (pair[1].isEmpty()) cookies.remove(pair[0]);
    else cookies.put(pair[0], pair[1]);
  }

  private static String written(Map<String, String> cookies) {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
