package kept.visitor;

import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.InstantSource;
import kept.platform.Buckets;
import kept.platform.Secrets;

/// How often one link may be used to say something, and to ask for a new one. Threads may share
/// this object.
final class VisitorLimits {
  private final Buckets words;
  private final Buckets letters;

  VisitorLimits(Secrets secrets, InstantSource clock) {
    words = new Buckets(secrets, clock, 20, Duration.ofSeconds(20));
    letters = new Buckets(secrets, clock, 3, Duration.ofMinutes(20));
  }

  /// Says so when this link was used too often.
  void takeWord(String token) {
    if (words.of("word\n" + token).tryConsume(1)) return;
    throw new HttpResponseException(
        HttpStatus.TOO_MANY_REQUESTS.getCode(),
        "That was a lot in a short time. We have what you told us. Wait a minute, then go on.");
  }

  /// Whether one more letter may go out for this matter; nobody is told.
  boolean takeLetter(String conversation) {
    return letters.of("letter\n" + conversation).tryConsume(1);
  }
}
