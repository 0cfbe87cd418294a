package kept.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kept.conversations.ConversationId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class IdempotencyEdgeTest {
  private static final String NOTE = "{\"kind\": \"note\", \"words\": \"He rang again.\"}";
  private static final Wire wire = new Wire();
  private final String token = wire.token();
  private final ConversationId conversation = wire.shop.crackedTv().id();
  private final String messages = "/conversations/" + conversation + "/messages";

  @AfterAll
  static void close() {
    wire.close();
  }

  @Test
  void theSameKeyAndRequestIsDoneOnceAndAnsweredAlike() {
    var first = post(messages, NOTE, "key-1");
    var second = post(messages, NOTE, "\"key-1\"");

    assertThat(second.status()).isEqualTo(first.status()).isEqualTo(201);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(notes()).isEqualTo(1);
  }

  @Test
  void theFirstAnswerIsGivenAgainWithItsLocation() {
    var chuck = "{\"email\": \"chuck@example.com\", \"matter\": \"Cracked TV\"}";

    var first = post("/conversations", chuck, "key-2");
    var second = post("/conversations", chuck, "key-2");

    assertThat(second.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
    assertThat(second.json().get("id")).isEqualTo(first.json().get("id"));
  }

  @Test
  void theSameKeyWithAnotherRequestIsRefused() {
    post(messages, NOTE, "key-3");

    var otherWords = post(messages, NOTE.replace("again", "twice"), "key-3");
    var otherPath = post("/conversations", NOTE, "key-3");

    assertThat(otherWords.status()).isEqualTo(422);
    assertThat(otherPath.status()).isEqualTo(422);
    assertThat(otherWords.detail()).contains("Idempotency-Key");
    assertThat(notes()).isEqualTo(1);
  }

  @Test
  void ofManyAtOnceOneDoesItAndAllHearTheSame() throws Exception {
    var go = new CountDownLatch(1);
    Callable<Wire.Reply> ask = () -> {
      go.await();
      return post(messages, NOTE, "key-4");
    };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = IntStream.range(0, 12).mapToObj(i -> threads.submit(ask)).toList();
      go.countDown();

      var first = asked.getFirst().get().json();
      for (var reply : asked) assertThat(reply.get().json()).isEqualTo(first);
    }
    assertThat(notes()).isEqualTo(1);
  }

  @Test
  void whatWasRefusedMayBeAskedAgainUnderItsKey() {
    var promise = wire.shop.promise(
        wire.rooms.conversations.get(conversation), wire.shop.tomas, Duration.ofHours(3));
    var newTime = "/promises/" + promise.id() + "/new-time";
    var past = "{\"due_at\": \"%s\", \"words\": \"Later.\"}".formatted(wire.clock.instant());

    assertThat(post(newTime, past, "key-5").status()).isEqualTo(422);
    assertThat(post(newTime, past.replace("Later", "Sorry"), "key-5").status()).isEqualTo(422);
    assertThat(post(messages, NOTE, "key-5").status()).isEqualTo(201);
  }

  @Test
  void anotherTokensKeysAreNotOurs() {
    post(messages, NOTE, "key-6");

    wire.send(
        "POST", wire.token(), messages, BodyPublishers.ofString(NOTE), "Idempotency-Key", "key-6");

    assertThat(notes()).isEqualTo(2);
  }

  @Test
  void aKeyIsForgottenAfterADay() {
    var once = new Once(wire.rooms.database, wire.clock);
    post(messages, NOTE, "key-7");
    wire.clock.advance(Duration.ofHours(24));

    var again = post(messages, NOTE, "key-7");
    assertThat(again.header("Idempotent-Replayed")).isEmpty();
    assertThat(notes()).isEqualTo(2);

    wire.clock.advance(Duration.ofHours(24));
    assertThat(once.forget()).isPositive();
    assertThat(once.forget()).isZero();
  }

  @Test
  void aKeyThatIsNoneIsSaid() {
    assertThat(post(messages, NOTE, "x".repeat(256)).status()).isEqualTo(400);
    assertThat(post(messages, NOTE, "a b").status()).isEqualTo(400);
    assertThat(post(messages, NOTE, "").status()).isEqualTo(400);
    assertThat(notes()).isZero();
  }

  private Wire.Reply post(String path, String json, String key) {
    return wire.send("POST", token, path, BodyPublishers.ofString(json), "Idempotency-Key", key);
  }

  private long notes() {
    return wire.rooms.messages.in(conversation, 100).stream()
        .filter(message -> message.direction() == kept.conversations.Direction.NOTE)
        .count();
  }
}
