package kept.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class InputEdgeTest {
  private static final Wire wire = new Wire();
  private static final String conversation = wire.shop.crackedTv().id().toString();
  private static final String messages = "/conversations/" + conversation + "/messages";
  private static final String promises =
      """
      {"conversation": "%s", "what": "Swap the cracked TV", "kind": "replacement", "due_at": "%s"}""".formatted(conversation, wire.clock.in(Duration.ofHours(3)));
  private final String token = wire.token();

  @AfterAll
  static void close() {
    wire.close();
  }

  @Test
  void aFieldThatIsNotKnownIsNamed() {
    refused("field", "wrods", messages, "{\"kind\": \"note\", \"wrods\": \"x\"}");
    refused("field", "wörter", messages, "{\"kind\": \"note\", \"wörter\": \"x\"}");
    refused("field", "words", "/conversations/%s/handing-over", "{\"words\": \"x\"}");
    refused(
        "field",
        "keeper_id",
        "/promises",
        promises.replace("\"what\"", "\"keeper_id\": \"x\", \"what\""));
  }

  @Test
  void aFieldThatIsMissingIsNamed() {
    refused("field", "words", messages, "{\"kind\": \"note\"}");
    refused("field", "kind", messages, "{\"words\": \"x\"}");
    refused("field", "email", "/conversations", "{}");
    refused("field", "email", "/conversations", "");
  }

  @Test
  void aFieldOfAnotherTypeIsNamed() {
    refused("field", "words", messages, "{\"kind\": \"note\", \"words\": 7}");
    refused("field", "words", messages, "{\"kind\": \"note\", \"words\": [\"x\"]}");
    refused("field", "words", messages, "{\"kind\": \"note\", \"words\": \"a\\u0000b\"}");
    refused("field", "words", messages, "{\"kind\": \"note\", \"words\": \"\\ud800\"}");
    refused("field", "kind", messages, "{\"kind\": \"shout\", \"words\": \"x\"}");
    refused("field", "kind", "/promises", promises.replace("replacement", "miracle"));
    refused(
        "field",
        "conversation",
        "/promises",
        promises.replaceFirst("\"conversation\": \"[^\"]+", "\"conversation\": \"chuck"));
    refused(
        "field",
        "keeper",
        "/promises",
        promises.replace("\"what\"", "\"keeper\": \"tomas\", \"what\""));
    refused(
        "field",
        "matter",
        "/conversations",
        "{\"email\": \"a@example.com\", \"matter\": \"a\\r\\nBcc: b\"}");
  }

  @Test
  void aTimeHasToBeOne() {
    for (var time : new String[] {
      "tomorrow",
      "2026-11-24",
      "2026-11-24T17:00:00",
      "+12026-01-01T00:00:00Z",
      "2026-13-01T00:00:00Z"
    })
      refused(
          "field",
          "due_at",
          "/promises",
          promises.replaceFirst("\"due_at\": \"[^\"]+", "\"due_at\": \"" + time));
  }

  @Test
  void aTimeMayHaveAnotherOffsetAndComesBackInUtc() {
    var due =
        promises.replaceFirst("\"due_at\": \"[^\"]+", "\"due_at\": \"2026-11-24T17:00:00-05:00");

    assertThat(wire.post(token, "/promises", due).json().get("due_at").asString())
        .isEqualTo("2026-11-24T22:00:00Z");
  }

  @Test
  void whatIsNotJsonIsSaid() {
    for (var body : new String[] {
      "{",
      "[]",
      "\"words\"",
      "{\"kind\": \"note\"} {}",
      "{\"kind\": \"note\", \"kind\": \"reply\", \"words\": \"x\"}",
      "{\"words\": " + "[".repeat(50) + "]".repeat(50) + "}"
    }) {
      var reply = wire.post(token, messages, body);

      assertThat(reply.status()).as(body).isEqualTo(400);
      assertThat(reply.detail())
          .as(body)
          .startsWith("The body ")
          .doesNotContain("Source", "Stream");
    }
  }

  @Test
  void anotherContentTypeIsRefused() {
    var form = BodyPublishers.ofString("words=x&kind=note");

    var reply = wire.send(
        "POST", token, messages, form, "Content-Type", "application/x-www-form-urlencoded");

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.detail()).contains("application/json");
  }

  @Test
  void aBodyBeyondAMegabyteIsRefused() {
    var long1 = "{\"kind\": \"note\", \"words\": \"" + "x".repeat(Body.LARGEST) + "\"}";

    assertThat(wire.post(token, messages, long1).status()).isEqualTo(413);
    assertThat(wire.post(
                token, messages, "{\"kind\": \"note\", \"words\": \"" + "x".repeat(100_001) + "\"}")
            .status())
        .isEqualTo(422);
  }

  @Test
  void aParameterThatIsWrongIsNamed() {
    for (var limit : new String[] {"0", "201", "-1", "ten", "1e2"})
      parameter("limit", "/promises?limit=" + limit);
    parameter("stat", "/promises?stat=open");
    parameter("state", "/promises?state=broken");
    parameter("state", "/conversations?state=closed");
    parameter("keeper", "/promises?keeper=tomas");
    parameter("q", "/conversations?q=a%00b");
    parameter("q", "/customers?q=a&q=b");
    parameter("cursor", "/conversations?cursor=abc");
    parameter(
        "cursor", "/conversations?cursor=" + Cursor.behind("customers", wire.shop.dana.value()));
    parameter("cursor", "/promises?cursor=" + Cursor.behind("promises", wire.shop.dana.value()));
    parameter("after", "/events?after=yesterday");
  }

  @Test
  void whatMayNotBeDoneIsSaidInTheDesksOwnWords() {
    var twice = promises.replace("\"what\"", "\"second\": \"" + wire.shop.dana + "\", \"what\"");
    var address = "{\"email\": \"chuck\", \"matter\": \"Cracked TV\"}";

    assertThat(wire.post(token, "/promises", twice).detail())
        .isEqualTo("The second has to be somebody else.");
    assertThat(wire.post(token, "/conversations", address).status()).isEqualTo(422);
  }

  private void refused(String member, String name, String path, String json) {
    var reply = wire.post(token, path.formatted(conversation), json);

    assertThat(reply.status()).as(path + json).isEqualTo(400);
    assertThat(reply.json().path(member).asString("")).isEqualTo(name);
    assertThat(reply.detail()).contains("\"" + name + "\"");
  }

  private void parameter(String name, String path) {
    var reply = wire.get(token, path);

    assertThat(reply.status()).as(path).isEqualTo(400);
    assertThat(reply.json().path("parameter").asString("")).as(path).isEqualTo(name);
  }
}
