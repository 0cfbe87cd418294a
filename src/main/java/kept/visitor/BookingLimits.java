package kept.visitor;

import io.github.bucket4j.Bucket;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.InstantSource;
import kept.platform.Buckets;
import kept.platform.Secrets;

/// How often calls may be booked: by one link, from one address, for one number. Threads may share
/// this object.
final class BookingLimits {
  private final Buckets choices;
  private final Buckets askings;
  private final Buckets changes;
  private final Buckets numbers;

  BookingLimits(Secrets secrets, InstantSource clock) {
    choices = new Buckets(secrets, clock, 10, Duration.ofMinutes(5));
    askings = new Buckets(secrets, clock, 10, Duration.ofMinutes(5));
    changes = new Buckets(secrets, clock, 3, Duration.ofHours(24));
    numbers = new Buckets(secrets, clock, 3, Duration.ofHours(4));
  }

  void takeChoice(String token) {
    take(choices.of("choice\n" + token));
  }

  void takeAsking(String address) {
    take(askings.of("asking\n" + address));
  }

  void takeChange(String token) {
    take(changes.of("change\n" + token));
  }

  void takeNumber(String number) {
    take(numbers.of("number\n" + number));
  }

  private static void take(Bucket bucket) {
    if (bucket.tryConsume(1)) return;
    throw new HttpResponseException(
        HttpStatus.TOO_MANY_REQUESTS.getCode(),
        "That was a lot in a short time. What was booked stands. Wait a while, or ring us.");
  }
}
