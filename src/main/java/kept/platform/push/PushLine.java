package kept.platform.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Carries sealed messages to push services over HTTP (RFC 8030, section 5) and tells what they
/// answered. Follows nobody elsewhere. Threads may share this object.
public final class PushLine implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  /// From the first byte we send to the last that we read.
  private static final Duration WHOLE = Duration.ofSeconds(15);
  /// No answer of theirs needs more; the rest is not read.
  private static final int LONGEST_ANSWER = 500;
  /// A service that asks for more patience than this is asked again all the same.
  private static final Duration LONGEST_PATIENCE = Duration.ofHours(1);

  private final Supplier<Vapid> vapid;
  private final Supplier<String> contact;
  private final PushReach reach;
  private final InstantSource clock;
  private final HttpClient http;

  /// `clock` is the true time of day: a push service compares it with its own.
  public PushLine(
      Supplier<Vapid> vapid, Supplier<String> contact, PushReach reach, InstantSource clock) {
    this.vapid = vapid;
    this.contact = contact;
    this.reach = reach;
    this.clock = clock;
    this.http = HttpClient.newBuilder()
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(HttpClient.Builder.NO_PROXY)
        .sslContext(reach.tls())
        .build();
  }

  /// What a message may hold, in bytes.
  public static int room() {
    return PushCipher.LARGEST_PLAIN;
  }

  public PushAnswer send(PushAddress to, byte[] message, PushManner manner)
      throws InterruptedException {
    try {
      if (!reach.holds(to.uri()))
        return new PushAnswer.Refused(
            to.uri().getHost() + " is not an address on the public internet.");
    } catch (UnknownHostException e) {
      return new PushAnswer.Later(to.uri().getHost() + " cannot be found.", Duration.ZERO);
    }
    return exchange(request(to, message, manner));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest request(PushAddress to, byte[] message, PushManner manner) {
    return HttpRequest.newBuilder(to.uri())
        .timeout(WHOLE)
        .header(
            "Authorization", vapid.get().authorization(to.uri(), contact.get(), clock.instant()))
        .header("Content-Encoding", "aes128gcm")
        .header("Content-Type", "application/octet-stream")
        .header("TTL", manner.ttl())
        .header("Urgency", manner.urgency())
        .header("Topic", manner.topic())
        .POST(BodyPublishers.ofByteArray(PushCipher.seal(message, to)))
        .build();
  }

  private PushAnswer exchange(HttpRequest request) throws InterruptedException {
    var answer = http.sendAsync(request, BodyHandlers.ofInputStream()).thenCompose(this::heard);
    try {
      return answer.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      return new PushAnswer.Later(words(request, e.getCause()), Duration.ZERO);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new PushAnswer.Later(request.uri().getHost() + " did not answer.", Duration.ZERO);
    }
  }

  /// Their words are read on a thread that may wait, and no longer than we wait for the whole.
  private CompletableFuture<PushAnswer> heard(HttpResponse<InputStream> response) {
    var read = new CompletableFuture<PushAnswer>();
    Thread.ofVirtual().start(() -> read.complete(meaning(response, said(response.body()))));
    return read.completeOnTimeout(meaning(response, ""), CONNECT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static String said(InputStream body) {
    try (body) {
      var words = new String(body.readNBytes(LONGEST_ANSWER), UTF_8);
      return words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    } catch (IOException e) {
      return "";
    }
  }

  private PushAnswer meaning(HttpResponse<?> response, String said) {
    var code = response.statusCode();
    var words = (code + " " + said).strip();
    if (code >= 200 && code < 300) return new PushAnswer.Accepted();
    if (code == 404 || code == 410) return new PushAnswer.Gone(words);
    if (code == 429 || code >= 500) return new PushAnswer.Later(words, patience(response));
    return new PushAnswer.Refused(words);
  }

  /// RFC 9110, section 10.2.3: seconds, or a date.
  private Duration patience(HttpResponse<?> response) {
    var asked = response.headers().firstValue("Retry-After").orElse("").strip();
    var wait = Duration.ZERO;
    try {
      if (asked.matches("\\d{1,9}")) wait = Duration.ofSeconds(Long.parseLong(asked));
      else if (!asked.isEmpty())
        wait = Duration.between(
            clock.instant(), ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
    if (wait.isNegative()) return Duration.ZERO;
    return wait.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : wait;
  }

  private static String words(HttpRequest request, @Nullable Throwable failure) {
    var why = failure == null || failure.getMessage() == null ? "" : ": " + failure.getMessage();
    return request.uri().getHost() + " cannot be reached" + why;
  }
}
