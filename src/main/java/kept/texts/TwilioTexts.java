package kept.texts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import kept.platform.Json;
import kept.platform.Refusal;
import kept.platform.Sender.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Texts by Twilio's Programmable Messaging, which others speak too. Follows nobody elsewhere.
/// Threads may share this object.
final class TwilioTexts implements TextProvider, AutoCloseable {
  static final String USUAL_URL = "https://api.twilio.com";

  private static final Duration CONNECT = Duration.ofSeconds(5);
  /// From the first byte we send to the last that we read.
  private static final Duration WHOLE = Duration.ofSeconds(15);
  /// An answer is about 900 bytes; the rest of a longer one is not read.
  private static final int LONGEST_ANSWER = 16 * 1024;
  /// A provider that asks for more patience than this is asked again all the same.
  private static final int LONGEST_PATIENCE = 3600;

  private final HttpClient http = HttpClient.newBuilder()
      .connectTimeout(CONNECT)
      .followRedirects(HttpClient.Redirect.NEVER)
      .proxy(HttpClient.Builder.NO_PROXY)
      .build();

  @Override
  public String word() {
    return "twilio";
  }

  @Override
  public Outcome send(Access access, String to, String words, @Nullable String reportTo)
      throws InterruptedException {
    var account = access.account();
    var fields = new LinkedHashMap<String, String>();
    fields.put("From", account.number());
    fields.put("To", to);
    fields.put("Body", words);
    if (reportTo != null) fields.put("StatusCallback", reportTo);
    var uri = URI.create(
        account.baseUrl() + "/2010-04-01/Accounts/" + account.account() + "/Messages.json");
    var proof = Base64.getEncoder()
        .encodeToString((account.account() + ":" + access.token()).getBytes(UTF_8));
    var request = HttpRequest.newBuilder(uri)
        .timeout(WHOLE)
        .header("Authorization", "Basic " + proof)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form(fields)))
        .build();
    return exchange(request);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private Outcome exchange(HttpRequest request) throws InterruptedException {
    var answer = http.sendAsync(request, BodyHandlers.ofInputStream()).thenCompose(this::heard);
    try {
      return answer.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      return new Outcome.Later(request.uri().getHost() + " can’t be reached.");
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Outcome.Later(request.uri().getHost() + " didn’t answer.");
    }
  }

  /// Their words are read on a thread that may wait, and no longer than we wait for the whole.
  private CompletableFuture<Outcome> heard(HttpResponse<InputStream> response) {
    var read = new CompletableFuture<Outcome>();
    Thread.ofVirtual().start(() -> read.complete(meaning(response, said(response.body()))));
    return read;
  }

  private static String said(InputStream body) {
    try (body) {
      return new String(body.readNBytes(LONGEST_ANSWER), UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static Outcome meaning(HttpResponse<?> response, String said) {
    var status = response.statusCode();
    var answer = read(said);
    if (status == 200 || status == 201)
      return new Outcome.Sent("Twilio took it: " + answer.path("status").asString("accepted"));
    var code = answer.path("code").asString("");
    var words = TwilioWords.of(code, answer.path("message").asString(""));
    if (status == 429 || status >= 500)
      return new Outcome.Later(
          "The provider is busy or broken (" + status + ").", patience(response));
    if (TwilioWords.isOurs(status, code)) return new Outcome.Later(words, Duration.ofMinutes(1));
    return new Outcome.Refused(words);
  }

  private static JsonNode read(String said) {
    try {
      return Json.read(said);
    } catch (Refusal notJson) {
      return Json.MAPPER.createObjectNode();
    }
  }

  private static Duration patience(HttpResponse<?> response) {
    var asked = response.headers().firstValue("Retry-After").orElse("").strip();
    if (!asked.matches("\\d{1,9}")) return Duration.ZERO;
    return Duration.ofSeconds(Math.min(LONGEST_PATIENCE, Integer.parseInt(asked)));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
