package kept.texts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Twilio as it behaves at the wire, on this machine: it takes texts with the right token and tells
/// what becomes of them, and brings texts, signed by code of its own.
public final class TwilioPeer implements AutoCloseable {
  public static final String ACCOUNT = "AC00000000000000000000000000000001";
  public static final String TOKEN = "a token of the test";
  public static final String OURS = "+14155550100";

  /// What it answers to the next texts, instead of taking them: a status and a body.
  public record Answer(int status, String body) {
    public static Answer error(int status, int code, String message) {
      return new Answer(
          status,
          "{\"code\": %d, \"message\": \"%s\", \"more_info\": \"https://www.twilio.com/docs/errors/%d\", \"status\": %d}"
              .formatted(code, message, code, status));
    }
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<Map<String, String>> taken = new LinkedBlockingQueue<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final HttpServer server;
  private final int port;
  private volatile List<Answer> answers = List.of();

  public TwilioPeer() {
    try {
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      server = HttpServer.create(here, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json", this::message);
    server.start();
    port = server.getAddress().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public TextAccount account() {
    return TextAccount.of(url(), ACCOUNT, OURS);
  }

  public void answers(Answer... next) {
    answers = List.of(next);
  }

  /// How often a text was handed over, taken or not.
  public int asked() {
    return asked.get();
  }

  /// The next text that was taken, as its fields.
  public Map<String, String> next() throws InterruptedException {
    var text = taken.poll(20, TimeUnit.SECONDS);
    if (text == null) throw new AssertionError("No text was taken.");
    return text;
  }

  public boolean isQuiet() {
    return taken.isEmpty();
  }

  /// Somebody texts us.
  public HttpResponse<String> brings(URI to, String sid, String from, String words) {
    return calls(
        to,
        TOKEN,
        Map.of(
            "MessageSid", sid,
            "SmsSid", sid,
            "AccountSid", ACCOUNT,
            "From", from,
            "To", OURS,
            "Body", words,
            "NumMedia", "0",
            "NumSegments", "1"));
  }

  /// What becomes of a text of ours that it took.
  public HttpResponse<String> reports(Map<String, String> text, String status, String code) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("MessageSid", text.get("Sid"));
    fields.put("MessageStatus", status);
    fields.put("To", text.get("To"));
    if (!code.isEmpty()) fields.put("ErrorCode", code);
    return calls(URI.create(text.get("StatusCallback")), TOKEN, fields);
  }

  /// A request of its own, signed with this token.
  public HttpResponse<String> calls(URI to, String token, Map<String, String> fields) {
    var request = HttpRequest.newBuilder(to)
        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .header("X-Twilio-Signature", signature(to, token, fields))
        .header("User-Agent", "TwilioProxy/1.1")
        .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
        .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void message(HttpExchange exchange) throws IOException {
    var number = asked.getAndIncrement();
    var fields = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    var proof =
        "Basic " + Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(UTF_8));
    if (!proof.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, Answer.error(401, 20003, "Authenticate"));
      return;
    }
    if (number < answers.size()) {
      answer(exchange, answers.get(number));
      return;
    }
    fields.put("Sid", "SM%032d".formatted(number));
    taken.add(fields);
    answer(
        exchange,
        new Answer(
            201,
            "{\"sid\": \"%s\", \"status\": \"queued\", \"error_code\": null}"
                .formatted(fields.get("Sid"))));
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    var bytes = answer.body().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (answer.status() / 100 == 3)
      exchange.getResponseHeaders().set("Location", exchange.getRequestURI().getPath());
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String signature(URI to, String token, Map<String, String> fields) {
    var signed = new StringBuilder(to.toString());
    new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> fields(String form) {
    var fields = new LinkedHashMap<String, String>();
    for (var pair : form.split("&")) {
      var parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    return fields;
  }
}
